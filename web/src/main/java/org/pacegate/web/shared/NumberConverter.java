package org.pacegate.web.shared;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Between what is typed and a number of the type that the page's bean wants. */
@FacesConverter("pacegate.number")
public class NumberConverter implements Converter<Number> {

  @Override
  public Number getAsObject(FacesContext context, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    BigDecimal number =
        new TypedNumber(typed)
            .toNumber()
            .orElseThrow(() -> refusal(context, field, "number.unclear"));
    Class<?> wanted = field.getValueExpression("value").getType(context.getELContext());
    try {
      return as(wanted, number);
    } catch (ArithmeticException notWhole) {
      throw refusal(context, field, "number.whole");
    }
  }

  @Override
  public String getAsString(FacesContext context, UIComponent field, Number number) {
    if (number == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(context.getViewRoot().getLocale());
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(6);
    return format.format(number);
  }

  private static Number as(Class<?> wanted, BigDecimal number) {
    if (wanted == Integer.class || wanted == int.class) {
      return number.intValueExact();
    }
    if (wanted == Long.class || wanted == long.class) {
      return number.longValueExact();
    }
    if (wanted == Double.class || wanted == double.class) {
      return number.doubleValue();
    }
    return number;
  }

  private static ConverterException refusal(FacesContext context, UIComponent field, String key) {
    Locale locale = context.getViewRoot().getLocale();
    String sentence = field.getAttributes().get("label") + ": " + SharedWords.in(locale).say(key);
    return new ConverterException(
        new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
  }
}
