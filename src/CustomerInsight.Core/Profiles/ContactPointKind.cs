namespace CustomerInsight;

/// <summary>By what someone can be reached.</summary>
public enum ContactPointKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A postal address: all parts of it that one record gives together. A country or region alone is none.</summary>
    Address,
}
