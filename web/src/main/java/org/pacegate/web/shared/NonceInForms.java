package org.pacegate.web.shared;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.util.Constants.RequestParams;

/**
 * Writes PrimeFaces' script nonce into every form on the server. PrimeFaces refuses a post without
 * it, but itself adds it by script, and only on pages that load its script.
 */
public class NonceInForms extends ViewHandlerWrapper {

  public NonceInForms(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void writeState(FacesContext context) throws IOException {
    super.writeState(context);
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("input", null);
    writer.writeAttribute("type", "hidden", null);
    writer.writeAttribute("name", RequestParams.NONCE_PARAM, null);
    writer.writeAttribute("value", PrimeFacesContext.getCspState(context).getNonce(), null);
    writer.endElement("input");
  }
}
