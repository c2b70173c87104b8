namespace CustomerInsight;

/// <summary>The codes under which the library's own readers and stages quarantine a row.</summary>
public static class RejectionCodes
{
    /// <summary>The row has no key, or no customer.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>The row has more or fewer fields than the header.</summary>
    public const string FieldCount = "field-count";

    /// <summary>A field is longer than the reader's limit.</summary>
    public const string FieldTooLong = "field-too-long";

    /// <summary>The bytes are not valid in the stated encoding.</summary>
    public const string InvalidEncoding = "invalid-encoding";

    /// <summary>The row cannot be taken apart: a quote that never closes, broken JSON.</summary>
    public const string Malformed = "malformed";

    /// <summary>A date, number or amount cannot be understood.</summary>
    public const string InvalidValue = "invalid-value";

    /// <summary>The record or activity belongs to another tenant than the run.</summary>
    public const string WrongTenant = "wrong-tenant";

    /// <summary>The record's or activity's key names another source than the one that gave it.</summary>
    public const string WrongSource = "wrong-source";

    /// <summary>The host's own mapping threw.</summary>
    public const string MappingFailed = "mapping-failed";
}
