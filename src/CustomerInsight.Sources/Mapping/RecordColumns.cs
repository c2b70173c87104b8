namespace CustomerInsight.Sources;

/// <summary>What columns of a record source mean, where their names do not tell or tell it wrongly.</summary>
/// <remarks>
/// A column is named as in the header (in JSON Lines: as the path of the property, such as <c>address.city</c>); upper and lower case and
/// separators do not matter. Columns that are not named here are guessed.
/// </remarks>
/// <threadsafety>Not safe for changes from many threads; a source copies it when it is made.</threadsafety>
public sealed class RecordColumns
{
    private readonly ColumnTargets _targets = new();

    internal ColumnTargets Targets => _targets;

    /// <summary>The column is the record's key.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public RecordColumns Key(string column) => With(column, new(ColumnRole.Key));

    /// <summary>The column says when the source held the values.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public RecordColumns ObservedAt(string column) => With(column, new(ColumnRole.ObservedAt));

    /// <summary>The column is an attribute.</summary>
    /// <param name="column">The column.</param>
    /// <param name="kind">What the attribute means.</param>
    /// <param name="name">The attribute's name; null for the name that the kind or the column gives it.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column or the name is blank, or the column has a meaning already.</exception>
    public RecordColumns Attribute(string column, AttributeKind kind, string? name = null)
    {
        if (name is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
        }

        return With(column, new(ColumnRole.Attribute) { Kind = kind, AttributeName = name });
    }

    /// <summary>The column is an identifier.</summary>
    /// <param name="column">The column.</param>
    /// <param name="type">The identifier's type, such as <c>wechat.unionid</c>.</param>
    /// <param name="scope">Inside what it is unique; empty where the type says it all.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column or the type is blank, or the column has a meaning already.</exception>
    public RecordColumns Identifier(string column, string type, string scope = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        ArgumentNullException.ThrowIfNull(scope);
        return With(column, new(ColumnRole.Identifier) { IdentifierType = type, IdentifierScope = scope });
    }

    /// <summary>The column is not read.</summary>
    /// <param name="column">The column.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The column is blank, or has a meaning already.</exception>
    public RecordColumns Ignore(string column) => With(column, new(ColumnRole.Ignored));

    private RecordColumns With(string column, ColumnTarget target)
    {
        _targets.Add(column, target);
        return this;
    }
}
