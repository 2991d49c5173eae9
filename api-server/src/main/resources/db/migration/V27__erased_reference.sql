-- Of whoever was erased by a version that kept them, which reference for topping up was theirs.
DELETE FROM omloop.top_up_reference WHERE account IN (SELECT account FROM identity.erasure);
