import type { OperationWords } from '../operation-words.js';

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const ENGLISH_OPERATION: OperationWords = {
  statusDescription: 'What the bot works with, how long it has been running and how fast it answers',
  sourcesDescription: 'The documents that questions are answered from',
  helpDescription: 'What can be asked, and how',
  privacyDescription: 'What is kept of you; export it or delete it',
  insightsDescription: 'Feedback, unanswered questions and counts of this server',
  status: {
    heading: 'Status',
    documents: 'Documents',
    passages: 'Passages',
    encoder: 'Encoder',
    generation: 'Generation of the index',
    built: 'Built',
    uptime: 'Running for',
    gateway: 'Round trip to Discord',
    answers: 'From question to answer',
    queue: 'Questions',
    database: 'Database',
    databaseAnswers: 'answers',
    databaseFails: 'does not answer; questions are answered nevertheless',
    instant: (day, time) => `${day} ${time} UTC`,
    duration: (days, hours, minutes) =>
      [
        ...(days === 0 ? [] : [times(days, 'day', 'days')]),
        ...(days + hours === 0 ? [] : [times(hours, 'hour', 'hours')]),
        times(minutes, 'minute', 'minutes'),
      ].join(' '),
    milliseconds: (milliseconds) => `${milliseconds} ms`,
    answerTimes: (answers, median, slow) =>
      `${median} ms at the median, at most ${slow} ms for 95 of 100 (last ${times(answers, 'answer', 'answers')})`,
    notMeasured: 'not measured yet',
    queueSize: (running, waiting) => `${running} being answered, ${waiting} waiting`,
  },
  help: {
    heading: 'What can be asked',
    introduction:
      'Ask in Chinese or English. You get passages copied word for word from the documents, each with where it stands. Where the documents do not answer, I say so.',
    examplesHeading: 'Examples',
    examples: [
      'What was the theme of China Cybersecurity Week 2023?',
      'How many cases of infringing personal information were handled in 2021?',
      'Which laws protect personal information?',
    ],
    waysHeading: 'Ways to ask',
    ways: [
      '/ask answers a question; its options restrict it to a document, a kind of documents or a law.',
      '/law shows a law or an article of it: type a name, an abbreviation or pinyin.',
      '/verify checks whether a text stands in the documents word for word.',
      'Mention me, reply to an answer, or write me a direct message. A short question such as “And the Data Security Law?” goes on from the one before.',
      '/sources lists the documents, /status says how I am.',
    ],
    privacy: '/privacy says what is kept of you, exports it and deletes it.',
  },
  privacy: {
    heading: 'What is kept of you',
    kept: (logsQuestions, days) => [
      'I read messages that speak to me, commands and buttons, and other messages only in channels where the server has set it; messages are not kept.',
      'When you mark an answer as helpful or not, I keep the mark, the id of the answer and its passages. A keyed hash stands for you, not your name or id.',
      logsQuestions
        ? 'Your questions, the laws you look up and the texts you check are kept as text, with a keyed hash in the place of your id, so that administrators see what the documents do not answer.'
        : 'Your questions, the laws you look up and the texts you check are not kept. They are counted by server and day.',
      `All of this is deleted after ${times(days, 'day', 'days')}, or at once when you say so.`,
      'Logs hold neither questions nor who asked them.',
    ],
    exportMine: 'Export mine',
    deleteMine: 'Delete mine',
    exported: (feedback, questions) =>
      `Everything that is kept of you: ${times(feedback, 'mark', 'marks')} on answers, ${times(questions, 'question', 'questions')}. Only you see this file.`,
    nothingKept: 'Nothing is kept of you.',
    confirm: 'This deletes your marks on answers and your kept questions for good, in every server.',
    confirmed: 'Delete for good',
    deleted: (feedback, questions) =>
      `Deleted: ${times(feedback, 'mark', 'marks')} on answers, ${times(questions, 'question', 'questions')}. Nothing is kept of you any more.`,
  },
  insights: {
    heading: 'Insights',
    days: 'By day',
    feedback: 'Feedback',
    unanswered: 'Unanswered',
    notAllowed: 'This is for members with the permission Manage Server.',
    day: (day, parts) => `${day}: ${parts.join('; ')}`,
    counts: {
      question: (answered, unanswered) =>
        `${times(answered, 'question', 'questions')} answered, ${unanswered} not answered by the documents`,
      law: (found, missing) => `${times(found, 'law', 'laws')} looked up, ${missing} not found`,
      verify: (found, missing) => `${times(found, 'text', 'texts')} found in the documents, ${missing} not`,
    },
    noQuestions: (days) => `Nobody asked anything in the last ${times(days, 'day', 'days')}.`,
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
    question: 'Question',
    passageGone: 'a passage that is no longer in the documents',
    answerLink: 'To the answer',
    noFeedback: 'Nobody has marked an answer.',
    askedAs: { law: 'Law', verify: 'Text' },
    asked: (question, count, day) => `${question} (asked ${count === 1 ? 'once' : `${count} times`}, last on ${day})`,
    noUnanswered: 'Every kept question was answered.',
    notLogged: 'Questions are not kept here, so those without an answer cannot be shown. LOG_QUESTIONS turns it on.',
    page: (page) => `Page ${page}`,
  },
};
