namespace CustomerInsight.Matching;

/// <summary>A value that more customers claim than people share one: a mailbox of a firm, the phone of a hub, a placeholder. Proposed to be blocked.</summary>
/// <remarks>Only <see cref="Value"/> is personal; the text of the object leaves it out.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SharedValue
{
    internal SharedValue(string field, bool isIdentifier, string value, int contents, int customers)
    {
        Field = field;
        IsIdentifier = isIdentifier;
        Value = value;
        Contents = contents;
        Customers = customers;
    }

    /// <summary>Gets the attribute's name, or the identifier's type and scope.</summary>
    public string Field { get; }

    /// <summary>Gets a value indicating whether it is an identifier's value: <see cref="IdentifierPolicy.BlockedValues"/> can block it. Values of attributes <see cref="MatchDesign.BlockedValues"/> can block.</summary>
    public bool IsIdentifier { get; }

    /// <summary>Gets the value in standardized form. Personal data: keep it out of logs.</summary>
    public string Value { get; }

    /// <summary>Gets how many distinct contents claim it.</summary>
    public int Contents { get; }

    /// <summary>Gets how many clusters claim it.</summary>
    public int Customers { get; }

    /// <summary>Names the field and the counts, never the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a value of {Field} claimed by {Customers:#,0} customers in {Contents:#,0} contents");
}
