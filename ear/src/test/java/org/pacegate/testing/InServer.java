package org.pacegate.testing;

import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.pacegate.launcher.PacegateServer;

/**
 * What an Arquillian test deploys: the modules of the built EAR, with a small web module that holds
 * the test in the place of the pages.
 */
public final class InServer {

  private static final String SERVICES = "/pacegate-service.jar";
  private static final String DESCRIPTOR =
      """
      <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
        <module><ejb>pacegate-service.jar</ejb></module>
        <module><web><web-uri>tests.war</web-uri><context-root>/in-server</context-root></web></module>
        <library-directory>lib</library-directory>
      </application>
      """;

  private InServer() {}

  /**
   * The modules of the built EAR and this test.
   *
   * @param beans put among the services, so that they may use the entity manager, which the web
   *     modules cannot see
   */
  public static EnterpriseArchive with(Class<?> test, Class<?>... beans) {
    var ear =
        ShrinkWrap.create(ZipImporter.class, "in-server.ear")
            .importFrom(PacegateServer.ear().toFile())
            .as(EnterpriseArchive.class);
    var services = ear.getAsType(JavaArchive.class, SERVICES).addClasses(beans);
    for (String replaced : List.of(SERVICES, "/pacegate-web.war", "/META-INF/application.xml")) {
      ear.delete(replaced);
    }
    return ear.addAsModules(services, tests(test)).setApplicationXML(new StringAsset(DESCRIPTOR));
  }

  private static WebArchive tests(Class<?> test) {
    return ShrinkWrap.create(WebArchive.class, "tests.war")
        .addClass(test)
        .addAsLibrary(jarOf(Assertions.class))
        .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml");
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
