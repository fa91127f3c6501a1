"""Chinese-Chinese pairs: statutes and prose, of which one part is held against the rest."""
import os
import re

ARTICLE = re.compile(r'^\s*第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?[\s　]+(.*)')


def read_statutes(folder):
    """Set of (law, heading, article text) out of a tree of Markdown statutes; the number of an article is left out."""
    articles = set()
    for path, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if not file.endswith('.md'):
                continue
            with open(os.path.join(path, file), encoding='utf-8') as opened:
                text = opened.read()
            title = re.search(r'^#\s+(.+)$', text, re.M)
            law, head, article = title.group(1).strip() if title else '', '', None
            for line in map(str.strip, text.split('<!-- INFO END -->')[-1].splitlines()):
                if line.startswith('#'):
                    if article:
                        articles.add((law, head, '\n'.join(article)))
                    head, article = line.lstrip('#').strip(), None
                elif match := ARTICLE.match(line):
                    if article:
                        articles.add((law, head, '\n'.join(article)))
                    article = [match.group(1)]
                elif article and line:
                    article.append(line)
            if article:
                articles.add((law, head, '\n'.join(article)))
    return sorted(articles)


def statute_pairs(articles, generator):
    """Chinese-Chinese pairs: law and heading against the article, and two random halves of its clauses against each other."""
    for law, head, text in articles:
        if len(text) < 12:
            continue
        short = law.removeprefix('中华人民共和国')
        yield f'{short} {head}', text
        clauses = [clause for clause in re.split(r'(?<=[。；！？，：\n])', text) if len(clause.strip()) > 3]
        if len(clauses) > 1:
            for _ in range(2):
                generator.shuffle(clauses)
                cut = max(1, len(clauses) // generator.choice([2, 3, 4]))
                yield ''.join(clauses[:cut]), ''.join(clauses[cut:])


def cloze_pairs(passages, generator):
    """Chinese-Chinese pairs from prose: one sentence of a passage against the rest of it."""
    for passage in passages:
        sentences = [sentence for sentence in re.split(r'(?<=[。；！？])', passage) if len(sentence) > 8]
        for sentence in generator.sample(sentences, min(3, len(sentences))):
            rest = passage.replace(sentence, '')
            if len(rest) > 20:
                yield sentence, rest
