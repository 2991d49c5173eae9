package org.omloop.server.demo.market;

import java.time.LocalDateTime;

/** What somebody would like to do at a moment; when the moment comes, the balances tell whether and how. */
@FunctionalInterface
interface Wish {
  /** Acts, wishes for something later, or lets it be. */
  void come(LocalDateTime now);
}
