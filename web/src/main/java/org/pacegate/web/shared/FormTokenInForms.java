package org.pacegate.web.shared;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Writes the session's word into every form ({@link OwnFormsOnly}). */
public class FormTokenInForms extends ViewHandlerWrapper {

  public FormTokenInForms(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void writeState(FacesContext context) throws IOException {
    super.writeState(context);
    if (context.getViewRoot().isTransient()) {
      return;
    }
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("input", null);
    writer.writeAttribute("type", "hidden", null);
    writer.writeAttribute("name", FormToken.PARAMETER, null);
    writer.writeAttribute("value", FormToken.of(request.getSession()), null);
    writer.endElement("input");
  }
}
