package org.omloop.ledger.circulation.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Serial;

/** Where a report's text goes to a new line: before each key at the top, and before each line of a list. */
public final class ReportLayout extends MinimalPrettyPrinter {
  @Serial
  private static final long serialVersionUID = 1L;

  /** Starts at the top of a report. */
  public ReportLayout() {}

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    boolean isTop = json.getOutputContext().getParent().inRoot();
    json.writeRaw(isTop ? ",\n" : ", ");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    boolean isList = json.getOutputContext().getParent().inObject();
    json.writeRaw(isList ? ",\n" : ", ");
  }
}
