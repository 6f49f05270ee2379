package org.pacegate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.pacegate.service.shared.InClinic;

/** What every class of the product keeps to, whichever module it is in. */
@AnalyzeClasses(packages = "org.pacegate", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  private static final Set<String> READS_THE_TIME =
      Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis");

  @ArchTest
  static final ArchRule layers =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("web")
          .definedBy("org.pacegate.web..")
          .layer("service")
          .definedBy("org.pacegate.service..")
          .layer("domain")
          .definedBy("org.pacegate.domain..")
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("web")
          .because("a rule that depends on a page cannot be trusted by another page");

  @ArchTest
  static final ArchRule service_features_are_free_of_cycles =
      slices()
          .matching("org.pacegate.service.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs itself through another cannot be read alone");

  @ArchTest
  static final ArchRule entities_live_in_the_domain =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .resideInAPackage("org.pacegate.domain..")
          .because("what is stored obeys the domain's rules");

  @ArchTest
  static final ArchRule enterprise_beans_live_in_the_service =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .or()
          .areAnnotatedWith(Singleton.class)
          .should()
          .resideInAPackage("org.pacegate.service..")
          .because("transactions and rights begin there");

  @ArchTest
  static final ArchRule pages_know_no_entity_and_no_database =
      noClasses()
          .that()
          .resideInAPackage("org.pacegate.web..")
          .should()
          .dependOnClassesThat(
              are(
                  new DescribedPredicate<JavaClass>("entities") {
                    @Override
                    public boolean test(JavaClass type) {
                      return type.isAnnotatedWith(Entity.class);
                    }
                  }))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(EntityManager.class)
          .orShould()
          .dependOnClassesThat(resideInAPackage("java.sql.."))
          .because("a page shows read records");

  @ArchTest
  static final ArchRule backing_beans_live_in_the_web =
      classes()
          .that()
          .areAnnotatedWith(Named.class)
          .should()
          .resideInAPackage("org.pacegate.web..")
          .because("a page calls its backing bean, and the backing bean calls the service");

  @ArchTest
  static final ArchRule nothing_is_kept_in_the_session =
      noClasses()
          .that()
          .resideInAPackage("org.pacegate..")
          .should()
          .beAnnotatedWith(SessionScoped.class)
          .because("two tabs would share one patient");

  @ArchTest
  static final ArchRule backing_beans_are_not_application_wide =
      noClasses()
          .that()
          .areAnnotatedWith(Named.class)
          .and()
          .resideOutsideOfPackage("org.pacegate.web.shared..")
          .should()
          .beAnnotatedWith(ApplicationScoped.class)
          .because("a page's bean belongs to one request or one view; shared ones keep no state");

  @ArchTest
  static final ArchRule backing_beans_are_doormen =
      classes()
          .that()
          .areAnnotatedWith(Named.class)
          .should(
              new ArchCondition<JavaClass>("have at most five injected fields") {
                @Override
                public void check(JavaClass bean, ConditionEvents events) {
                  long injected =
                      bean.getFields().stream()
                          .filter(f -> f.isAnnotatedWith(Inject.class))
                          .count();
                  events.add(
                      new SimpleConditionEvent(
                          bean, injected <= 5, bean.getName() + " injects " + injected));
                }
              })
          .because("one page, one service call, one message");

  @ArchTest
  static final ArchRule every_service_method_says_who_may_call_it =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .or()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Singleton.class)
          .and()
          .arePublic()
          .should(
              new ArchCondition<JavaMethod>("have a role annotation") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  boolean declared =
                      declares(method)
                          || method.isAnnotatedWith(Schedule.class)
                          || method.getModifiers().contains(JavaModifier.STATIC);
                  events.add(
                      new SimpleConditionEvent(
                          method, declared, method.getFullName() + " is open"));
                }
              })
          .because("a method without a rule is open to everybody");

  private static boolean declares(JavaMethod method) {
    return method.isAnnotatedWith(RolesAllowed.class)
        || method.isAnnotatedWith(PermitAll.class)
        || method.isAnnotatedWith(DenyAll.class)
        || method.getOwner().isAnnotatedWith(RolesAllowed.class)
        || method.getOwner().isAnnotatedWith(PermitAll.class)
        || method.getOwner().isAnnotatedWith(DenyAll.class);
  }

  @ArchTest
  static final ArchRule services_with_roles_run_in_a_clinic =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .and()
          .areAnnotatedWith(RolesAllowed.class)
          .should()
          .beAnnotatedWith(InClinic.class)
          .because(
              "without a clinic the database shows nothing, and nothing is recorded as anybody's");

  @ArchTest
  static final ArchRule no_old_dates =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar")
          .because("java.time says what a value is: an instant, a day, a time");

  @ArchTest
  static final ArchRule the_time_comes_in =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.pacegate.service.shared.SystemClock")
          .and()
          .resideOutsideOfPackage("org.pacegate.launcher..")
          .should()
          .callMethodWhere(
              describe(
                  "it reads the machine's clock",
                  (JavaMethodCall call) ->
                      READS_THE_TIME.contains(call.getName())
                          && call.getTargetOwner().getPackageName().startsWith("java.")))
          .because("a test that cannot set the clock waits, and a page would show two instants");

  @ArchTest
  static final ArchRule no_processes_from_the_application =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.pacegate.launcher..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ProcessBuilder.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String.class)
          .because("a clinic's record system runs no commands");

  @ArchTest
  static final ArchRule entity_managers_are_not_kept =
      fields()
          .that()
          .haveRawType(EntityManager.class)
          .should()
          .bePrivate()
          .because("whoever needs data asks the class that reads it");
}
