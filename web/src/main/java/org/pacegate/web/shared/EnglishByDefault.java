package org.pacegate.web.shared;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;

/**
 * Makes {@code words.properties} the English words on every machine. A resource bundle that has no
 * {@code _en} file otherwise falls back to the machine's own language first.
 */
@WebListener
public class EnglishByDefault implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Locale.setDefault(Locale.ENGLISH);
  }
}
