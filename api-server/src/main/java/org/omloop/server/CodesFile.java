package org.omloop.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.omloop.server.founding.Foundation;
import org.omloop.server.founding.FoundingFailed;
import org.omloop.server.postgres.folder.OwnerOnly;

/**
 * The operators' one-time codes, kept in the data folder before the entry that promises them is booked: a process that
 * ends just then would otherwise leave a ledger that nobody can ever sign for. The server's user alone may read it.
 */
record CodesFile(Path data) {
  void write(List<Foundation.OperatorCode> codes) {
    String lines = codes.stream()
        .map(each -> each.holder() + " (" + String.join(", ", each.rights()) + "): " + each.code())
        .collect(Collectors.joining("\n", "", "\n"));
    try {
      OwnerOnly.write(path(), lines);
    } catch (IOException e) {
      throw new FoundingFailed(
          "cannot write the operators' codes to " + path() + ": " + e.getMessage(), e);
    }
  }

  Path path() {
    return data.resolve("operator-codes");
  }
}
