namespace CustomerInsight.Matching;

/// <summary>The forms under which blocked values stand among standardized ones.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class BlockedForms
{
    private readonly HashSet<string>?[] _forms;
    private readonly bool[] _isEmail;

    private BlockedForms(HashSet<string>?[] forms, bool[] isEmail)
    {
        _forms = forms;
        _isEmail = isEmail;
    }

    /// <summary>Null where nothing is blocked.</summary>
    public static BlockedForms? For(RecordStandardizer standardizer, ValueList<BlockedValue> blocked)
    {
        RecordSchema schema = standardizer.Schema;
        bool[] isEmail = [.. schema.Attributes.Select(static attribute => attribute.Kind == AttributeKind.Email)];
        var forms = new HashSet<string>?[schema.Attributes.Count];
        foreach (BlockedValue value in blocked)
        {
            if (schema.IndexOf(value.Attribute) is >= 0 and int attribute)
            {
                (forms[attribute] ??= new(StringComparer.Ordinal)).UnionWith(Of(value.Value, isEmail[attribute], text => standardizer.Forms(attribute, text)));
            }
        }

        return Array.TrueForAll(forms, static form => form is null) ? null : new BlockedForms(forms, isEmail);
    }

    /// <summary>Whether a standardized value is blocked.</summary>
    public bool Contains(int attribute, string value) =>
        _forms[attribute] is { } forms && (forms.Contains(value) || (_isEmail[attribute] && forms.Contains(User(value))));

    /// <summary>The standardized forms of a blocked value; a user part ends with @ in them too, which no address does.</summary>
    public static IReadOnlyList<string> Of(string value, bool isEmail, Func<string, IReadOnlyList<string>> standardize) =>

        // A user part alone is no address, so it is standardized as part of one.
        isEmail && value.AsSpan().TrimEnd().EndsWith("@")
            ? [.. standardize(value.TrimEnd() + "domain").Select(User)]
            : [.. standardize(value), value];

    /// <summary>The user part of an address with its @.</summary>
    public static string User(string address) => address[..(address.LastIndexOf('@') + 1)];
}
