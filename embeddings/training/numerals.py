"""Pairs of numbers in Chinese and Arabic figures, made by rule."""

DIGITS = '零一二三四五六七八九'


def chinese_number(value):
    """42 -> 四十二, 110 -> 一百一十, 1005 -> 一千零五; 1 to 9999."""
    text, zero = '', False
    for power, unit in ((1000, '千'), (100, '百'), (10, '十'), (1, '')):
        digit = value // power % 10
        if digit:
            text += ('零' if zero and text else '') + DIGITS[digit] + unit
            zero = False
        elif text:
            zero = True
    return text[1:] if text.startswith('一十') else text


def number_pairs(generator):
    """Numbers in Chinese and Arabic figures: numbering of provisions, years, shares and sums.

    Statutes are cited by number, and a bag of tokens cannot read 一百九十二 from its characters unless it was shown.
    """
    units = [('第{}条', 'Article {}', 1300), ('第{}章', 'Chapter {}', 30), ('第{}款', 'Paragraph {}', 20), ('第{}项', 'Item {}', 30), ('第{}节', 'Section {}', 30),
             ('{}日内', 'within {} days', 100), ('{}年以下', 'not more than {} years', 30), ('百分之{}', '{} percent', 100), ('{}个月', '{} months', 60),
             ('{}万元', '{}0,000 yuan', 100), ('{}岁', '{} years of age', 100)]
    for chinese, english, limit in units:
        for value in range(1, limit + 1):
            yield chinese.format(chinese_number(value)), english.format(value)
            yield chinese.format(value), english.format(value)
            yield chinese.format(chinese_number(value)), chinese.format(value)
    months = 'January February March April May June July August September October November December'.split()
    for year in range(1949, 2040):
        spelled = ''.join('〇一二三四五六七八九'[int(digit)] for digit in str(year))
        for month in generator.sample(range(12), 4):
            day = generator.randint(1, 28)
            yield f'{year}年{month + 1}月{day}日', f'{months[month]} {day}, {year}'
            yield f'{spelled}年{chinese_number(month + 1)}月{chinese_number(day)}日', f'{year}年{month + 1}月{day}日'
            yield f'{spelled}年', f'{year}年'
