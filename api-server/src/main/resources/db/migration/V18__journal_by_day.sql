-- Booking times rise with the index, so a few bytes for each hundred pages find a day of the journal.
CREATE INDEX journal_entry_booked_at ON journal_entry USING brin (booked_at) WITH (pages_per_range = 32);
