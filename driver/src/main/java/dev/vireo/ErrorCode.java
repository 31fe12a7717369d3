package dev.vireo;

/**
 * What kind of error a {@link LibvirtException} is. Numbers and texts are libvirt's ({@code
 * virErrorNumber}); the numbers are part of the interface and never change.
 */
public enum ErrorCode {
  /** Something went wrong that has no code of its own; most failures of the ESX driver. */
  INTERNAL_ERROR(1, "internal error"),
  /** The driver does not have this function. */
  NO_SUPPORT(3, "this function is not supported by the connection driver"),
  /** No driver feels responsible for the URI. */
  NO_CONNECT(5, "no connection driver available for"),
  /** The connection is closed. */
  INVALID_CONN(6, "invalid connection pointer in"),
  /** An argument or a part of the URI is not acceptable. */
  INVALID_ARG(8, "invalid argument"),
  /** The host carried the operation out, without success. */
  OPERATION_FAILED(9, "operation failed"),
  /** An XML document is not well-formed, or does not describe what it should. */
  XML_ERROR(27, "XML error"),
  /** The domain exists already. */
  DOM_EXIST(28, "this domain exists already"),
  /** Not allowed: the connection is read only, the user lacks a privilege, or the licence does. */
  OPERATION_DENIED(29, "operation forbidden"),
  /** A configuration file has a syntax error. */
  CONF_SYNTAX(33, "configuration file syntax error"),
  /** An XML document has a value that nothing can have. */
  XML_DETAIL(35, "XML error"),
  /** The system refused something, for example to read a file. */
  SYSTEM_ERROR(38, "system call error"),
  /**
   * The answer of the host was lost, so that nobody knows whether it did what was asked. It may
   * have done it, or may yet do it: look before asking again.
   */
  RPC(39, "RPC error"),
  /** There is no such domain, or no longer. */
  NO_DOMAIN(42, "Domain not found"),
  /** User name or password are missing or wrong. */
  AUTH_FAILED(45, "authentication failed"),
  /** There is no such storage pool. */
  NO_STORAGE_POOL(49, "Storage pool not found"),
  /** There is no such storage volume. */
  NO_STORAGE_VOL(50, "Storage volume not found"),
  /** The object is in no state for this operation. */
  OPERATION_INVALID(55, "Requested operation is not valid"),
  /** The host cannot do what the configuration asks for. */
  CONFIG_UNSUPPORTED(67, "unsupported configuration"),
  /** The operation did not end in time. */
  OPERATION_TIMEOUT(68, "Timed out during operation"),
  /** There is no such snapshot, or no longer. */
  NO_DOMAIN_SNAPSHOT(72, "Domain snapshot not found"),
  /** A legal argument that this driver does not handle. */
  ARGUMENT_UNSUPPORTED(74, "argument unsupported"),
  /** The caller, or somebody else, cancelled the operation. */
  OPERATION_ABORTED(78, "operation aborted"),
  /** Nothing of this kind is noted of the domain. */
  NO_DOMAIN_METADATA(80, "metadata not found"),
  /** The host does not support this operation. */
  OPERATION_UNSUPPORTED(84, "Operation not supported"),
  /** An XML document has what there is no place for. */
  XML_INVALID_SCHEMA(92, "XML document failed to validate against schema");

  private final int number;
  private final String text;

  ErrorCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** libvirt's number of this error. */
  public int number() {
    return number;
  }

  /** The message of an error of this kind, in libvirt's words. */
  String message(String detail) {
    return switch (this) {
      case NO_CONNECT, INVALID_CONN -> text + " " + detail;
      case SYSTEM_ERROR, RPC, XML_DETAIL -> detail;
      default -> text + ": " + detail;
    };
  }
}
