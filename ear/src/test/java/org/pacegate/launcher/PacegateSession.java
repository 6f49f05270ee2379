package org.pacegate.launcher;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Starts the server before the first integration test (a class named {@code …IT}) of a run, so that
 * Arquillian finds it, and stops it after the last. Unit tests start nothing.
 */
public class PacegateSession implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(new StartBeforeIntegrationTests());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    PacegateServer.stop();
  }

  private static final class StartBeforeIntegrationTests implements TestExecutionListener {

    private static final String ADAPTER = "arq.container.liberty.configuration.";

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
      boolean needed =
          plan.getRoots().stream()
              .flatMap(root -> plan.getDescendants(root).stream())
              .flatMap(test -> test.getSource().stream())
              .anyMatch(StartBeforeIntegrationTests::isIntegrationTest);
      if (needed) {
        PacegateServer.get()
            .arquillian()
            .forEach((name, value) -> System.setProperty(ADAPTER + name, value));
      }
    }

    private static boolean isIntegrationTest(TestSource source) {
      return source instanceof ClassSource test && test.getClassName().endsWith("IT");
    }
  }
}
