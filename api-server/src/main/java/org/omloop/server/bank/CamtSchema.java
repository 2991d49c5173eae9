package org.omloop.server.bank;

import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The versions of camt.053 that are read, each with ISO 20022's own schema beside this class. */
enum CamtSchema {
  V02,
  V04,
  V08;

  private static final Map<CamtSchema, Schema> LOADED = new ConcurrentHashMap<>();
  private static final Map<String, CamtSchema> BY_NAMESPACE =
      Stream.of(values()).collect(Collectors.toMap(CamtSchema::namespace, Function.identity()));

  static Optional<CamtSchema> of(String namespace) {
    return Optional.ofNullable(BY_NAMESPACE.get(namespace));
  }

  private String message() {
    return "camt.053.001." + name().substring(1).toLowerCase(Locale.ROOT);
  }

  String namespace() {
    return "urn:iso:std:iso:20022:tech:xsd:" + message();
  }

  /** Throws a {@link RefusedFile} where the file is not as the schema says. Takes some milliseconds a megabyte. */
  void check(byte[] file) {
    try {
      XMLStreamReader reader = SafeXml.reader(file);
      Validator validator = LOADED.computeIfAbsent(this, CamtSchema::load).newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setErrorHandler(new FirstError());
      validator.validate(new StAXSource(reader));
    } catch (SAXException e) {
      throw new RefusedFile(Check.I2, "not-as-schema", said(e));
    } catch (XMLStreamException e) {
      throw SafeXml.refusal(e);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  /** The JDK wraps what our handler throws several times over. */
  private static String said(SAXException wrapped) {
    Throwable at = wrapped;
    while (!(at instanceof SAXParseException) && inner(at).isPresent()) {
      at = inner(at).get();
    }
    String where =
        at instanceof SAXParseException parsed ? "line " + parsed.getLineNumber() + ": " : "";
    return where + shortened(String.valueOf(at.getMessage()));
  }

  private static Optional<Throwable> inner(Throwable outer) {
    Throwable nested = outer instanceof XMLStreamException stream
        ? stream.getNestedException()
        : outer instanceof TransformerException transformer
            ? transformer.getException()
            : outer.getCause();
    return Optional.ofNullable(nested);
  }

  /** The parser's sentence without its own code, and no longer than a screen is wide. */
  private static String shortened(String message) {
    String plain = message.replaceFirst("^cvc-[^:]*: ", "").replaceAll("\"urn:[^\"]*\":", "");
    return plain.length() <= 200 ? plain : plain.substring(0, 200);
  }

  private static Schema load(CamtSchema version) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      URL file = CamtSchema.class.getResource(version.message() + ".xsd");
      return factory.newSchema(Objects.requireNonNull(file));
    } catch (SAXException e) {
      throw new IllegalStateException("the schema that came along is broken", e);
    }
  }

  private static final class FirstError implements org.xml.sax.ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
