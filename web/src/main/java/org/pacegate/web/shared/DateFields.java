package org.pacegate.web.shared;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.convert.ConverterException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * Day, month and year as three text inputs that together hold one {@link LocalDate}; or, with the
 * attribute {@code keepTyped}, a text that never fails: the date in ISO 8601, and while it is none,
 * what was typed (see {@link TypedDate#kept}).
 */
@FacesComponent("org.pacegate.DateFields")
public class DateFields extends UIInput {

  public DateFields() {
    setRendererType(null);
  }

  @Override
  public void decode(FacesContext context) {
    super.decode(context);
    Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
    String id = getClientId(context);
    if (sent.containsKey(id + "-day")) {
      setSubmittedValue(
          new TypedDate(sent.get(id + "-day"), sent.get(id + "-month"), sent.get(id + "-year")));
    }
  }

  @Override
  protected Object getConvertedValue(FacesContext context, Object submitted) {
    TypedDate typed = (TypedDate) submitted;
    if (keepsTyped()) {
      return typed.kept();
    }
    try {
      return typed.isBlank() ? null : typed.toDate();
    } catch (ImpossibleDate impossible) {
      throw new ConverterException(sentence(context, impossible), impossible);
    }
  }

  @Override
  public void encodeEnd(FacesContext context) throws IOException {
    TypedDate shown = getSubmittedValue() instanceof TypedDate typed ? typed : held();
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("span", this);
    writer.writeAttribute("class", "date-fields", null);
    writer.writeAttribute("data-date", "", null);
    encodePart(context, "day", shown.day(), 2);
    encodePart(context, "month", shown.month(), 3);
    encodePart(context, "year", shown.year(), 4);
    writer.endElement("span");
  }

  private boolean keepsTyped() {
    return Boolean.TRUE.equals(getAttributes().get("keepTyped"));
  }

  private TypedDate held() {
    return keepsTyped()
        ? TypedDate.ofKept((String) getValue())
        : TypedDate.of((LocalDate) getValue());
  }

  /** The day carries the component's own id, so that links to the field lead into it. */
  private void encodePart(FacesContext context, String part, String value, int size)
      throws IOException {
    String id = getClientId(context);
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("label", this);
    writer.startElement("span", this);
    writer.writeText(words(context).say("date.part." + part), null);
    writer.endElement("span");
    writer.startElement("input", this);
    writer.writeAttribute("type", "text", null);
    writer.writeAttribute("id", "day".equals(part) ? id : id + "-" + part, null);
    writer.writeAttribute("name", id + "-" + part, null);
    writer.writeAttribute("value", value, null);
    writer.writeAttribute("size", size, null);
    writer.writeAttribute("maxlength", 40, null);
    writer.writeAttribute("autocomplete", "off", null);
    writer.writeAttribute("aria-invalid", String.valueOf(!isValid()), null);
    writer.writeAttribute("aria-describedby", id + "Hint " + id + "Error", null);
    writer.endElement("input");
    writer.endElement("label");
  }

  private FacesMessage sentence(FacesContext context, ImpossibleDate impossible) {
    Locale locale = context.getViewRoot().getLocale();
    String reason = impossible.sentence(locale);
    String sentence = getAttributes().getOrDefault("label", "") + ": " + reason;
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence);
  }

  private static SharedWords words(FacesContext context) {
    return SharedWords.in(context.getViewRoot().getLocale());
  }
}
