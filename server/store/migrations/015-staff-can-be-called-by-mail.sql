-- Whose sealed row holds the mail address of a person of the staff. The address itself lies among the personal data.
CREATE TABLE staff_mail (
  person TEXT PRIMARY KEY REFERENCES people (id),
  private_case TEXT NOT NULL UNIQUE,
  private_row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
