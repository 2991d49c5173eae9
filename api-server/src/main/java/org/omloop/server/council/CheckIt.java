package org.omloop.server.council;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omloop.server.codes.CodeImage;

/** How whoever holds the paper works the report out again: what it rests on, the commands, and where to find it. */
final class CheckIt implements Part {
  private static final float CODE = 96;
  private static final float NAMES = 128;
  private static final float BETWEEN = 18;
  private static final float EDGE = 5;
  private static final Type COMMAND = Type.TEXT.of(7.4f);
  private static final Type FACT = Type.TEXT.of(7.4f);

  private final Paper paper;
  private final Source source;

  CheckIt(Paper paper, Source source) {
    this.paper = paper;
    this.source = source;
  }

  @Override
  public float height(float width) {
    float facts = 0;
    for (Map.Entry<String, String> fact : facts().entrySet()) {
      facts += Pen.height(fact.getValue(), FACT, width - NAMES);
    }
    return 190 + facts;
  }

  @Override
  public float draw(float left, float top, float width, Turn turn) {
    float y = paper.heading(paper.say("paper.check"), left, top, width) - 2;
    Optional<String> page = address().map(each -> each + "/city?period=" + period());
    float room = page.isPresent() ? width - CODE - BETWEEN : width;
    page.ifPresent(each -> code(each, left + width - CODE, top));
    Paper.Column steps = paper.column(left, y, room);
    steps.write("P", paper.say("paper.check-lead"), Type.TEXT);
    step(steps, 1, "export", "./omloop export --out books", left, room);
    step(steps, 2, isFetched() ? "fetch" : "make", fetch(), left, room);
    step(steps, 3, "verify", verify(), left, room);
    steps.skip(4);
    steps.write("P", paper.say("paper.step-result"), Type.TEXT);
    return facts(left, Math.min(steps.y(), top - CODE - 24) - 8, width);
  }

  private Optional<String> address() {
    return source.address();
  }

  private String period() {
    return paper.report().period();
  }

  private boolean isFetched() {
    return address().isPresent() && !paper.report().isExact();
  }

  /** What is exact is not handed out to everybody, and without a server nothing is. */
  private String fetch() {
    String file = period() + ".json";
    return address()
        .filter(each -> isFetched())
        .map(each -> "curl -o " + file + " " + each + "/v1/circulation/reports/" + period())
        .orElseGet(() -> "./omloop report books " + period()
            + (paper.report().isExact() ? "" : " --public") + " --json " + file);
  }

  private String verify() {
    return "./omloop verify books "
        + source.logKey().map(key -> "--key " + key + " ").orElse("") + "--report " + period()
        + ".json";
  }

  private void step(
      Paper.Column steps, int number, String key, String command, float left, float width) {
    steps.skip(4);
    steps.write("P", number + ". " + paper.say("paper.step-" + key), Type.TEXT);
    steps.skip(2);
    float room = width - 2 * EDGE;
    float top = steps.y();
    float height = Pen.height(command, COMMAND, room) + 4;
    paper.decorate(() -> paper.pen().box(left, top - height, width, height, Ink.PALE));
    paper.column(left + EDGE, top - 2, room).write("Code", command, COMMAND);
    steps.skip(height);
  }

  private void code(String address, float left, float top) {
    CodeImage image = CodeImage.of(address, ErrorCorrectionLevel.M);
    float module = CODE / (image.size() + 2 * CodeImage.QUIET);
    float first = left + CodeImage.QUIET * module;
    paper.figure(
        paper.say("paper.code", Map.of("address", address)),
        Paper.box(left, top - CODE, CODE, CODE),
        () -> {
          paper.pen().fillWith(Ink.BLACK);
          for (CodeImage.Run run : image.runs()) {
            paper
                .pages()
                .content()
                .addRect(
                    first + run.x() * module,
                    top - (CodeImage.QUIET + run.y() + 1) * module,
                    run.length() * module,
                    module);
          }
          paper.pen().fillPath();
        });
    Paper.Column below = paper.column(left, top - CODE, CODE);
    below.write("P", paper.say("paper.address"), Type.SMALL);
    below.write("P", address.replaceFirst("/city", " /city"), Type.LABEL.of(6.2f));
  }

  private float facts(float left, float top, float width) {
    float y = top;
    for (Map.Entry<String, String> fact : facts().entrySet()) {
      float line = y;
      paper.element("P", () -> {
        paper.pen().say(fact.getKey(), Type.MUTED.of(7.4f), left, line - FACT.height());
        paper.pen().lines(fact.getValue(), FACT, left + NAMES, line, width - NAMES);
      });
      y -= Pen.height(fact.getValue(), FACT, width - NAMES);
    }
    return y;
  }

  private Map<String, String> facts() {
    PaperReport report = paper.report();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(paper.say("paper.origin"), report.origin());
    facts.put(paper.say("paper.size"), paper.text().count(report.file().size()));
    facts.put(paper.say("paper.root"), report.file().mark().root());
    source.keyId().ifPresent(id -> facts.put(paper.say("paper.key-id"), id));
    facts.put(
        paper.say("paper.versions"),
        paper.say(
            "header.formulas", Map.of("version", Integer.toString(report.file().version()))));
    report.tuple().ifPresent(tuple -> addTuple(tuple, facts));
    facts.put(paper.say("paper.report-hash"), report.file().sha256());
    return facts;
  }

  private void addTuple(JsonObject tuple, Map<String, String> facts) {
    String detail = tuple.getString("detail");
    facts.put(paper.say("header.detail"), paper.words().known("header." + detail, detail));
    facts.put(paper.say("header.classifications"), joined(tuple.getJsonArray("classifications")));
    facts.put(paper.say("paper.offset"), tuple.getString("offset"));
    facts.put(paper.say("paper.until-moment"), tuple.getString("until"));
    tuple
        .getJsonObject("states")
        .forEach(state -> facts.put(
            paper.say(
                "paper.state",
                Map.of("rule", paper.words().known("rule." + state.getKey(), state.getKey()))),
            String.valueOf(state.getValue())));
  }

  private static String joined(JsonArray words) {
    return words.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
