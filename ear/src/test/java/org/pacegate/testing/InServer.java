package org.pacegate.testing;

import io.openliberty.arquillian.managed.WLPManagedContainer;
import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.pacegate.access.Arguments;
import org.pacegate.access.CallServlet;
import org.pacegate.access.HeaderMechanism;
import org.pacegate.gate.Courses;
import org.pacegate.gate.DoorServlet;
import org.pacegate.gate.Situation;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.tenancy.AlternatingClinicsIT;
import org.pacegate.tenancy.ClinicTransactions;
import org.pacegate.tenancy.StrangerServlet;
import org.pacegate.tenancy.StrangersHands;

/**
 * What every Arquillian test deploys: the modules of the built EAR, with a small web module that
 * holds what the tests call in the place of the pages. It is deployed once for all of them, because
 * the server keeps the classes of an application that was undeployed.
 */
public final class InServer implements LoadableExtension {

  private static final String SERVICES = "/pacegate-service.jar";
  private static final String DESCRIPTOR =
      """
      <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
        <module><ejb>pacegate-service.jar</ejb></module>
        <module><web><web-uri>tests.war</web-uri><context-root>/in-server</context-root></web></module>
        <library-directory>lib</library-directory>
      </application>
      """;

  @Override
  public void register(ExtensionBuilder builder) {
    builder.override(DeployableContainer.class, WLPManagedContainer.class, Once.class);
  }

  /** The modules of the built EAR and all that tests call in the server. */
  public static EnterpriseArchive deployment() {
    var ear =
        ShrinkWrap.create(ZipImporter.class, "in-server.ear")
            .importFrom(PacegateServer.ear().toFile())
            .as(EnterpriseArchive.class);
    var services =
        ear.getAsType(JavaArchive.class, SERVICES)
            .addClasses(
                // Beans among the services use the entity manager, which a web module cannot see.
                ClinicTransactions.class, Courses.class, Situation.class, StrangersHands.class);
    for (String replaced : List.of(SERVICES, "/pacegate-web.war", "/META-INF/application.xml")) {
      ear.delete(replaced);
    }
    return ear.addAsModules(services, tests()).setApplicationXML(new StringAsset(DESCRIPTOR));
  }

  private static WebArchive tests() {
    return ShrinkWrap.create(WebArchive.class, "tests.war")
        .addClasses(AlternatingClinicsIT.class, DoorServlet.class, StrangerServlet.class)
        .addClasses(CallServlet.class, Arguments.class, HeaderMechanism.class)
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

  /** The server, with a deployment that stays until it stops. */
  public static final class Once extends WLPManagedContainer {

    /** Of the process: a process that runs many test classes has a new container for each. */
    private static ProtocolMetaData deployed;

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
      synchronized (Once.class) {
        if (deployed == null) {
          deployed = super.deploy(archive);
        }
        return deployed;
      }
    }

    @Override
    public void undeploy(Archive<?> archive) {
      // The next test class finds it.
    }
  }
}
