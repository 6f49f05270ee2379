package org.pacegate.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.omnifaces.util.Faces;

/**
 * A record's id or a page's number in an address. Anything else is 0, which no record has and the
 * first page is: with a conversion error Faces would skip the page's own action and show it empty,
 * as if it were there.
 */
@FacesConverter("pacegate.address")
public class AddressNumber implements Converter<Number> {

  private static final int DIGITS_OF_AN_ID = 18;

  /** So few that no page begins after more rows than a number can count. */
  private static final int DIGITS_OF_A_PAGE = 6;

  @Override
  public Number getAsObject(FacesContext context, UIComponent parameter, String typed) {
    Class<?> wanted = parameter.getValueExpression("value").getType(context.getELContext());
    boolean page = wanted == int.class;
    Long number = number(typed, page ? DIGITS_OF_A_PAGE : DIGITS_OF_AN_ID);
    return page ? (Number) number.intValue() : number;
  }

  /** The id in a parameter of this request; 0, which no record has, for none. */
  public static long id(String parameter) {
    return number(Faces.getRequestParameter(parameter), DIGITS_OF_AN_ID);
  }

  static Long number(String typed, int mostDigits) {
    return typed != null && typed.matches("[0-9]{1," + mostDigits + "}") ? Long.valueOf(typed) : 0L;
  }

  @Override
  public String getAsString(FacesContext context, UIComponent parameter, Number number) {
    return number == null ? "" : number.toString();
  }
}
