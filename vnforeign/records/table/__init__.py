"""Tables in running text: lines as rows of cells, heads as columns, rows as drafts."""
