package org.pacegate.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Named;
import java.util.Arrays;

/**
 * Between the name of a choice and the choice: a constant when the page's bean wants an enum, the
 * name itself otherwise. A name that is no constant becomes nothing and fails as no choice at all.
 */
@Named
@ApplicationScoped
public class ChoiceConverter implements Converter<Object> {

  @Override
  public Object getAsObject(FacesContext context, UIComponent field, String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    Class<?> wanted = field.getValueExpression("value").getType(context.getELContext());
    return wanted != null && wanted.isEnum() ? constant(wanted, name) : name;
  }

  @Override
  public String getAsString(FacesContext context, UIComponent field, Object choice) {
    return choice == null ? "" : choice instanceof Enum<?> named ? named.name() : choice.toString();
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
