namespace CustomerInsight;

/// <summary>A value by which a system knows someone, with the scope inside which it is unique.</summary>
/// <param name="Type">What it is, such as <c>wechat.unionid</c> or <c>loyalty-card</c>.</param>
/// <param name="Scope">Inside what it is unique: an AppId, an open-platform account, a corp, a source. Empty where the type says it all.</param>
/// <param name="Value">The value, compared exactly.</param>
public readonly record struct Identifier(string Type, string Scope, string Value) : IComparable<Identifier>
{
    /// <summary>The type of the identifier that every record has: its key, in the scope of its source.</summary>
    public const string RecordKeyType = "record-key";

    /// <summary>The key of a record as an identifier.</summary>
    /// <param name="source">The source; empty means a record of any source with that key.</param>
    /// <param name="id">The key inside the source.</param>
    /// <returns>The identifier.</returns>
    public static Identifier ForRecord(string source, string id) => new(RecordKeyType, source, id);

    /// <inheritdoc/>
    public int CompareTo(Identifier other)
    {
        int order = string.CompareOrdinal(Type, other.Type);
        order = order != 0 ? order : string.CompareOrdinal(Scope, other.Scope);
        return order != 0 ? order : string.CompareOrdinal(Value, other.Value);
    }

    /// <summary>Compares in ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes before the second.</returns>
    public static bool operator <(Identifier left, Identifier right) => left.CompareTo(right) < 0;

    /// <summary>Compares in ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes after the second.</returns>
    public static bool operator >(Identifier left, Identifier right) => left.CompareTo(right) > 0;

    /// <summary>Compares in ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come after the second.</returns>
    public static bool operator <=(Identifier left, Identifier right) => left.CompareTo(right) <= 0;

    /// <summary>Compares in ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come before the second.</returns>
    public static bool operator >=(Identifier left, Identifier right) => left.CompareTo(right) >= 0;

    /// <summary>Names type and scope, never the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Scope.Length == 0 ? Type : $"{Type} in {Scope}";
}
