"""Views of the file for whoever opens it without this program: datasette, DB Browser, the sqlite3 shell."""

from __future__ import annotations

# Name of a view and what its rows are; datasette shows it.
ABOUT = {
    "contact_list": "One row a contact, the latest first.",
    "account_list": "One row an account: which report tells of which contact, with the sentence.",
    "statement_list": "One row a statement: who said what, where.",
    "report_list": "One row a report, with the number of accounts in it.",
    "pair_months": "How many contacts each pair of sides had in each month, by kind.",
    "topic_years": "How many contacts touched on each topic in each year.",
}

VIEWS = (
    """CREATE VIEW IF NOT EXISTS contact_list AS
        SELECT contact.day, (SELECT group_concat(name, ', ') FROM (
                SELECT DISTINCT name FROM contact_party
                WHERE contact_party.contact = contact.id AND role IN ('party', 'delegation_lead') ORDER BY name
            )) AS parties, pair AS sides, contact.kind, contact.status, contact.disputed, contact.level,
            contact.channel, contact.start AS earliest, contact."end" AS latest, contact.reports, contact.origins,
            contact.conflicts, contact.slug, contact.id
        FROM contact ORDER BY contact.day DESC, contact.slug""",
    """CREATE VIEW IF NOT EXISTS account_list AS
        SELECT contact.slug, report.outlet, reading.published, report.url, account.side, account.kind, account.status,
            account.start AS earliest, account."end" AS latest,
            substr(version.body, json_extract(account.record, '$.evidence.start') + 1,
                json_extract(account.record, '$.evidence.end') - json_extract(account.record, '$.evidence.start')
            ) AS evidence, contact.id AS contact, account.id AS account, report.id AS report
        FROM account JOIN reading ON reading.id = account.reading AND reading.current
            JOIN version ON version.id = reading.version JOIN report ON report.id = account.report
            LEFT JOIN contact_account ON contact_account.account = account.id
            LEFT JOIN contact ON contact.id = contact_account.contact""",
    """CREATE VIEW IF NOT EXISTS statement_list AS
        SELECT json_extract(statement.record, '$.speaker.name') AS speaker, statement.kind, statement.polarity,
            json_extract(statement.record, '$.text') AS text, report.outlet, reading.published, contact.slug,
            statement.id AS statement, report.id AS report
        FROM statement JOIN reading ON reading.id = statement.reading AND reading.current
            JOIN report ON report.id = statement.report
            LEFT JOIN contact_account ON contact_account.account = statement.account
            LEFT JOIN contact ON contact.id = contact_account.contact""",
    """CREATE VIEW IF NOT EXISTS report_list AS
        SELECT reading.published, report.outlet, version.title, report.url, reading.text_kind, reading.language,
            reading.accounts, report.source, report.id AS report
        FROM report JOIN reading ON reading.report = report.id AND reading.current
            JOIN version ON version.id = reading.version""",
    """CREATE VIEW IF NOT EXISTS pair_months AS
        SELECT pair AS sides, substr(day, 1, 7) AS month, kind, count(*) AS contacts FROM contact
        WHERE day <> '' AND status IN ('held', 'ongoing') AND substr(start, 1, 7) = substr("end", 1, 7)
        GROUP BY pair, month, kind""",
    """CREATE VIEW IF NOT EXISTS topic_years AS
        SELECT topic, substr(day, 1, 4) AS year, count(*) AS contacts
        FROM contact_topic JOIN contact ON contact.id = contact_topic.contact
        WHERE day <> '' AND substr(start, 1, 4) = substr("end", 1, 4) GROUP BY topic, year""",
)
