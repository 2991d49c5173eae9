-- What each role may do, said anew after every migration, so that this is the one place to look.
-- The owner migrates and rebuilds; the writer adds; the reader reads.

REVOKE ALL ON ALL TABLES IN SCHEMA omloop FROM PUBLIC, omloop_writer, omloop_reader;
REVOKE ALL ON SCHEMA omloop FROM PUBLIC, omloop_writer, omloop_reader;

GRANT USAGE ON SCHEMA omloop TO omloop_writer, omloop_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA omloop TO omloop_writer, omloop_reader;

-- Nobody but the owner may UPDATE, DELETE or TRUNCATE the journal.
GRANT INSERT ON omloop.journal_entry, omloop.posting, omloop.hash_tile TO omloop_writer;
GRANT UPDATE ON omloop.journal_head TO omloop_writer;
GRANT INSERT, UPDATE ON omloop.account, omloop.account_key TO omloop_writer;

GRANT INSERT, UPDATE, DELETE ON omloop.payment_request, omloop.payment_request_offer TO omloop_writer;
GRANT INSERT, UPDATE, DELETE ON omloop.member TO omloop_writer;
GRANT INSERT, UPDATE, DELETE ON omloop.sticker TO omloop_writer;
GRANT INSERT, UPDATE, DELETE ON omloop.proposal TO omloop_writer;
-- A batch stays as it was drafted; only its items are freed.
GRANT INSERT ON omloop.payout_batch, omloop.payout_step TO omloop_writer;
GRANT INSERT, UPDATE (free) ON omloop.payout_item TO omloop_writer;
-- A closing is never changed and never taken back.
GRANT INSERT ON omloop.closing TO omloop_writer;
GRANT INSERT, UPDATE, DELETE ON omloop.webhook_endpoint, omloop.webhook_delivery TO omloop_writer;
GRANT UPDATE ON omloop.webhook_cursor TO omloop_writer;
-- What was published stays, and so does who looked.
GRANT INSERT ON omloop.circulation_edition, omloop.circulation_day, omloop.circulation_state, omloop.circulation_look TO omloop_writer;
-- A bank's file and its lines are evidence: they are added to, and never taken away. Erasing somebody takes their name out of lines.
-- Retention empties them after their term.
GRANT INSERT, UPDATE (sealed, is_blank) ON omloop.bank_file TO omloop_writer;
GRANT INSERT ON omloop.retention_run TO omloop_writer;
GRANT INSERT, UPDATE, DELETE ON omloop.bank_statement TO omloop_writer;
GRANT INSERT, UPDATE ON omloop.bank_line TO omloop_writer;
GRANT INSERT, DELETE ON omloop.top_up_reference TO omloop_writer;
GRANT UPDATE ON omloop.bank_cursor TO omloop_writer;
GRANT INSERT ON omloop.bank_booking TO omloop_writer;
-- What was said of lines stays; it is agreed to or withdrawn once.
GRANT INSERT ON omloop.bank_decision, omloop.bank_decision_line TO omloop_writer;
GRANT UPDATE (state, second_key, decided_at, second_jws, withdrawn_key) ON omloop.bank_decision TO omloop_writer;
GRANT UPDATE (closes) ON omloop.bank_decision_line TO omloop_writer;

GRANT INSERT, UPDATE, DELETE ON omloop.notice, omloop.notice_read TO omloop_writer;
GRANT UPDATE ON omloop.notice_cursor TO omloop_writer;

-- Personal data: for one role, which sees nothing else; neither writer nor reader can look in.
REVOKE ALL ON ALL TABLES IN SCHEMA identity FROM PUBLIC, omloop_writer, omloop_reader, omloop_identity;
REVOKE ALL ON SCHEMA identity FROM PUBLIC, omloop_writer, omloop_reader, omloop_identity;
GRANT USAGE ON SCHEMA identity TO omloop_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.person, identity.blind_index, identity.bank_account, identity.application, identity.mailbox, identity.mail_code TO omloop_identity;
GRANT SELECT, INSERT ON identity.erasure TO omloop_identity;
