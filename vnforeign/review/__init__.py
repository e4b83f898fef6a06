"""A local web application where an editor accepts, corrects, rejects or adds rows drafted from reports.

``vnforeign review`` starts it; ``docs/review.md`` describes it. Needs the extra ``review``. One file a concern:

    models, storage, migrations   what is kept, and how it is opened
    intake, drafts, decisions     a report comes in; what the editor does; undo
    fields, typed, marks          a record's columns; what is typed; entities that the editor mends
    app, security, pages, texts   the pages and who may see them
    exports, cells                ways out
"""
