namespace CustomerInsight.Matching;

/// <summary>Which given names are forms of one name: Bob, Rob and Bobby of Robert. A form may belong to several names: Alex to Alexander and Alexandra.</summary>
/// <remarks>
/// The library's own table has some 600 names with 2,000 forms, most of them English, some German, Italian, Russian and Spanish; a host
/// adds its own with <see cref="With(string, ValueTuple{string, string}[])"/>. Names are compared as <see cref="NameStandardizer"/> writes them. Of several given names the first counts.
/// </remarks>
/// <threadsafety>Safe from many threads; immutable.</threadsafety>
public sealed class Nicknames
{
    private readonly Dictionary<string, int[]> _formalOf;
    private readonly string[] _formalNames;

    private Nicknames(string name, IEnumerable<(string FormalName, string Form)> pairs)
    {
        Name = name;
        Pairs = [.. pairs.Distinct()];
        _formalNames = [.. Pairs.Select(static pair => pair.FormalName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> ids = _formalNames.Select(static (formal, id) => (formal, id)).ToDictionary(static entry => entry.formal, static entry => entry.id, StringComparer.Ordinal);
        _formalOf = Pairs.Concat(_formalNames.Select(static formal => (FormalName: formal, Form: formal)))
            .GroupBy(static pair => pair.Form, pair => ids[pair.FormalName], StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Order().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Gets the library's table.</summary>
    public static Nicknames Default { get; } = new("default", NicknameTable.Groups.Split('\n').SelectMany(static line =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and int end ? line[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(form => (line[..end], form)) : []));

    /// <summary>Gets the name under which a model file remembers the table.</summary>
    public string Name { get; }

    /// <summary>Gets every form with the name that it is a form of.</summary>
    internal IReadOnlyList<(string FormalName, string Form)> Pairs { get; }

    /// <summary>Adds forms to this table.</summary>
    /// <param name="name">The name of the new table, for model files; not that of this one.</param>
    /// <param name="pairs">Each a formal name and a form of it, such as <c>("Robert", "Bobo")</c>; case and diacritics do not matter.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank or this table's, or one of the names has no letter.</exception>
    public Nicknames With(string name, params (string FormalName, string Form)[] pairs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(pairs);
        return name != Name
            ? new(name, Pairs.Concat(pairs.Select((pair, i) => (Standardized(pair.FormalName, i), Standardized(pair.Form, i)))))
            : throw new ArgumentException($"The new table has the name of this one, '{name}'. Give it another: a model file finds its table by the name.", nameof(name));
    }

    /// <summary>Finds the names that a given name is a form of.</summary>
    /// <param name="givenName">A standardized given name; of several the first counts.</param>
    /// <returns>The formal names in ordinal order, the name itself among them where it is one; none for a name that the table does not have.</returns>
    public ValueList<string> FormalNames(string givenName)
    {
        ArgumentNullException.ThrowIfNull(givenName);
        return ValueList.From(Ids(givenName).Select(id => _formalNames[id]));
    }

    /// <summary>Says whether two given names are forms of one name, or equal.</summary>
    /// <param name="left">One standardized name.</param>
    /// <param name="right">The other.</param>
    /// <returns>True for <c>bob</c> and <c>rob</c>; the same for both orders.</returns>
    public bool Share(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left == right || Ids(left).Intersect(Ids(right)).Any();
    }

    /// <summary>The numbers of the formal names of a given name, in order. Numbers of one table mean the same.</summary>
    internal int[] Ids(string givenName) =>
        _formalOf.TryGetValue(givenName, out int[]? ids) || (FirstWord(givenName) is { } first && _formalOf.TryGetValue(first, out ids)) ? ids : [];

    /// <summary>One name for all forms: the first formal name in ordinal order, or the first word of a name that the table does not have.</summary>
    internal string Root(string givenName) => Ids(givenName) is [int first, ..] ? _formalNames[first] : FirstWord(givenName) ?? givenName;

    private static string? FirstWord(string givenName) => givenName.IndexOf(' ', StringComparison.Ordinal) is > 0 and int end ? givenName[..end] : null;

    private static string Standardized(string name, int position) =>
        new NameStandardizer().Standardize(name ?? "", SourceConventions.Default).Value
            ?? throw new ArgumentException($"Pair {position} has a name without a letter. Give two names.", nameof(name));
}
