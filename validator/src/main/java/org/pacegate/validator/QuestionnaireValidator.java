package org.pacegate.validator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.VersionUtil;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator with the definitions of a Questionnaire (R4.68). */
final class QuestionnaireValidator {
  /** Changes with HAPI, or when the definitions that are picked out of it change. */
  static final String NAME = "hapi-fhir " + VersionUtil.getVersion() + " questionnaire 1";

  private final FhirValidator validator;

  QuestionnaireValidator() {
    FhirContext context = FhirContext.forR4();
    validator =
        context
            .newValidator()
            .registerValidatorModule(
                new FhirInstanceValidator(
                    new ValidationSupportChain(
                        Definitions.load(context),
                        new InMemoryTerminologyServerValidationSupport(context),
                        new CommonCodeSystemsTerminologyService(context))));
  }

  /** Every error and worse; what HAPI only warns of is no reason not to ask from a form. */
  List<Finding> errors(String json) {
    return validator.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(message -> new Finding(place(message.getLocationString()), message.getMessage()))
        .toList();
  }

  private static String place(String location) {
    return location == null || location.isBlank() ? "Questionnaire" : location;
  }
}
