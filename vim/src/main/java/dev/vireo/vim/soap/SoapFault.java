package dev.vireo.vim.soap;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A SOAP fault.
 *
 * @param faultCode code such as {@code ServerFaultCode}
 * @param faultString the server's text
 * @param detail the VI fault: a record of {@code dev.vireo.vim.types}, an {@code UnknownObject}, or
 *     null for none
 */
public record SoapFault(String faultCode, String faultString, @Nullable Object detail) {

  /** The code that VI API servers give for all faults of the API. */
  public static final String SERVER = "ServerFaultCode";

  /** Checks that code and text are there. */
  public SoapFault {
    Objects.requireNonNull(faultCode, "faultCode");
    Objects.requireNonNull(faultString, "faultString");
  }
}
