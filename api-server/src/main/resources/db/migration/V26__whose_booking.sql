-- Whose a line became, also where a person chose: known when the line is booked, and before the line itself may be.
ALTER TABLE bank_booking ADD COLUMN account text;
