package org.pacegate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

/**
 * What the domain may know and how it may be written (docs/architecture.md, docs/architecture.md).
 */
@AnalyzeClasses(
    packages = "org.pacegate.domain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DomainArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_ONLY_THE_LANGUAGE_AND_ITS_ANNOTATIONS =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "jakarta.persistence..",
                  "jakarta.validation..",
                  "org.pacegate.domain.."))
          .because("clinical rules must outlive server, web and database");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLES =
      slices()
          .matching("org.pacegate.domain.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature is read and changed by itself");

  @ArchTest
  static final ArchRule SHARED_KNOWS_NO_FEATURE =
      noClasses()
          .that(resideInAPackage("org.pacegate.domain.shared.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.pacegate.domain..")
                  .and(DescribedPredicate.not(resideInAPackage("org.pacegate.domain.shared.."))))
          .because("what everybody uses depends on nobody");

  @ArchTest
  static final ArchRule HAS_NO_SETTERS =
      noMethods()
          .should()
          .haveNameMatching("set([A-Z].*)?")
          .because("an object that exists is valid; it changes by verbs a clinician would say");

  @ArchTest
  static final ArchRule ASKS_NO_CLOCK =
      noClasses()
          .should()
          .callMethodWhere(
              calls(
                  "a clock",
                  call ->
                      call.getTargetOwner().getPackageName().startsWith("java.time")
                          && call.getName().matches("now|system.*|tick.*")))
          .orShould()
          .callMethodWhere(
              calls(
                  "the system's time",
                  call ->
                      call.getTargetOwner().isEquivalentTo(System.class)
                          && call.getName().matches("currentTimeMillis|nanoTime")))
          .because("time comes in, one instant per transaction");

  @ArchTest
  static final ArchRule THROWS_NO_DICE =
      noClasses()
          .should()
          .callMethodWhere(calls("randomness", call -> call.getName().matches("random|randomUUID")))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class)
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("ThreadLocalRandom")
          .because("randomness comes in, so that every step can be told again");

  @ArchTest
  static final ArchRule USES_THE_TIME_API =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar")
          .because("a day at the clinic and an instant are two things");

  @ArchTest
  static final ArchRule ONLY_CONVERTERS_KNOW_THE_DRIVERS_TYPES =
      noClasses()
          .that()
          .areNotAssignableTo(AttributeConverter.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..")
          .because("Jakarta Persistence 3.1 stores an instant only as the driver's timestamp");

  @ArchTest
  static final ArchRule RULES_ARE_DATA =
      noClasses()
          .that(resideInAPackage("org.pacegate.domain.screening.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.lang.reflect..",
              "java.lang.invoke..",
              "javax.script..",
              "jakarta.el..",
              "java.sql..",
              "javax.sql..")
          .orShould()
          .callMethodWhere(
              calls(
                  "a class by its name",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Class.class)
                          && call.getName().matches("forName|newInstance|getDeclared.*")))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("jakarta\\.persistence\\.(EntityManager|Query|TypedQuery|.*Native.*)")
          .because("rules come from a closed vocabulary: never SQL, EL, script or reflection")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule UNKNOWN_IS_A_RESULT =
      methods()
          .that()
          .haveName("evaluate")
          .should()
          .notHaveRawReturnType(
              are(
                  describe(
                      "two-valued",
                      (JavaClass type) ->
                          type.isEquivalentTo(boolean.class)
                              || type.isEquivalentTo(Boolean.class))))
          .because("a missing answer may never turn into 'does not apply'");

  @ArchTest
  static final ArchRule STORED_VALUES_ARE_PRIVATE =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .or()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Embeddable.class)
          .or()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(MappedSuperclass.class)
          .should()
          .bePrivate()
          .because("only the aggregate's own verbs change it");

  @ArchTest
  static final ArchRule ONLY_THE_PROVIDER_MAKES_EMPTY_ENTITIES =
      noClasses()
          .that()
          .areAnnotatedWith(Entity.class)
          .should(havePublicConstructorWithoutArguments())
          .because("an object that exists is valid");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_IT_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Processor|Handler)")
          .because("a clinician reads these names");

  private static DescribedPredicate<JavaMethodCall> calls(
      String what, java.util.function.Predicate<JavaMethodCall> predicate) {
    return describe("calls " + what, predicate);
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass>
      havePublicConstructorWithoutArguments() {
    return com.tngtech.archunit.lang.ArchCondition.from(
        describe(
            "have a public constructor without arguments",
            (JavaClass type) ->
                type.getConstructors().stream()
                    .anyMatch(
                        made ->
                            made.getRawParameterTypes().isEmpty()
                                && made.getModifiers().contains(JavaModifier.PUBLIC))));
  }
}
