/** People to be, for whoever tries the demo: one click makes a key in the browser for one of its members. */
@NullMarked
package org.omloop.server.demo.people;

import org.jspecify.annotations.NullMarked;
