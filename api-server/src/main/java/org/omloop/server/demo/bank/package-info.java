/** The demo's bank: a small program over files, which keeps the reserve account, pays what it is told to and writes statements. */
@NullMarked
package org.omloop.server.demo.bank;

import org.jspecify.annotations.NullMarked;
