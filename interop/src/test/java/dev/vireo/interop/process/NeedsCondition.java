package dev.vireo.interop.process;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides about tests with {@link Needs}. */
final class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<ForeignProgram> missing =
        AnnotationSupport.findAnnotation(context.getElement(), Needs.class).stream()
            .flatMap(needs -> Arrays.stream(needs.value()))
            .filter(program -> program.find().isEmpty())
            .toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("all programs are installed");
    }
    String reason =
        "not installed: %s; to have it: %s".formatted(missing, missing.getFirst().remedy());
    if ("1".equals(System.getenv("VIREO_REQUIRE_INTEROP"))) {
      throw new IllegalStateException(reason + " (VIREO_REQUIRE_INTEROP=1 wants all)");
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
