package org.pacegate.web.clinic;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Writes the page's own address into every form. A form is posted to the bare page, without the
 * patient's id; when the session has ended meanwhile, the address tells where to go on afterwards.
 */
public class PageAddressInForms extends ViewHandlerWrapper {

  private static final String PARAMETER = "pageAddress";

  public PageAddressInForms(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void writeState(FacesContext context) throws IOException {
    super.writeState(context);
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("input", null);
    writer.writeAttribute("type", "hidden", null);
    writer.writeAttribute("name", PARAMETER, null);
    writer.writeAttribute("value", addressIn(request), null);
    writer.endElement("input");
  }

  /** The address of the page that a request came from, as the request says; not to be trusted. */
  static String addressIn(HttpServletRequest request) {
    String posted = request.getParameter(PARAMETER);
    if (posted != null && "POST".equals(request.getMethod())) {
      return posted;
    }
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String query = request.getQueryString();
    return (failed == null ? request.getRequestURI() : failed.toString())
        + (query == null ? "" : "?" + query);
  }
}
