-- Lines that were booked before bookings were noted are booked from the start, and not first when the journal has been read again.
INSERT INTO bank_booking (key, entry)
SELECT key, entry FROM bank_line WHERE entry IS NOT NULL
ON CONFLICT (key) DO NOTHING;

-- Who took a decision back.
ALTER TABLE bank_decision ADD COLUMN withdrawn_key text;
