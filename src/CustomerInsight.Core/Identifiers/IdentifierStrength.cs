namespace CustomerInsight;

/// <summary>How much it says that two records claim the same identifier.</summary>
public enum IdentifierStrength
{
    /// <summary>Says little: records that share it are compared, and it adds no evidence. A device, a cookie.</summary>
    Weak,

    /// <summary>Often held by several people: some evidence. A household's phone, a company's mailbox.</summary>
    Shared,

    /// <summary>Held by one person, errors aside: enough unless something else speaks against it. A loyalty card.</summary>
    Strong,

    /// <summary>Given by a system that knows the person: decides. A WeChat UnionID inside its open-platform account.</summary>
    Unique,
}
