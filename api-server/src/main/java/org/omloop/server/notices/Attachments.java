package org.omloop.server.notices;

import io.vertx.core.Future;
import io.vertx.ext.mail.MailAttachment;
import java.util.List;

/** Makes the files that come with a mail. */
@FunctionalInterface
public interface Attachments {
  /** Returns the files of a notice, in the form that its reader chose; none for most. */
  Future<List<MailAttachment>> of(Notice notice, Addressee to);
}
