using System.Collections.Immutable;

namespace CustomerInsight;

/// <summary>Which standardizer is used for which kind of attribute.</summary>
/// <threadsafety>Safe from many threads; immutable.</threadsafety>
public sealed class StandardizerSet
{
    private readonly ImmutableDictionary<AttributeKind, IStandardizer> _byKind;
    private readonly IStandardizer _others;

    private StandardizerSet(ImmutableDictionary<AttributeKind, IStandardizer> byKind, IStandardizer others)
    {
        _byKind = byKind;
        _others = others;
    }

    /// <summary>Gets the library's choice for each kind it knows; a kind that a host named is standardized as text.</summary>
    public static StandardizerSet Default { get; } = CreateDefault();

    /// <summary>Gets the set that takes every value as the source wrote it, for values that were standardized before.</summary>
    public static StandardizerSet Verbatim { get; } = new(ImmutableDictionary<AttributeKind, IStandardizer>.Empty, new VerbatimStandardizer());

    /// <summary>Uses another standardizer for one kind.</summary>
    /// <param name="kind">The kind, known to the library or named by the host.</param>
    /// <param name="standardizer">Its standardizer.</param>
    /// <returns>A new set; this one stays as it is.</returns>
    public StandardizerSet With(AttributeKind kind, IStandardizer standardizer)
    {
        ArgumentNullException.ThrowIfNull(standardizer);
        return new StandardizerSet(_byKind.SetItem(kind, standardizer), _others);
    }

    /// <summary>Finds the standardizer of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its standardizer; for a kind that the set does not name a <see cref="TextStandardizer"/>, or in <see cref="Verbatim"/> a <see cref="VerbatimStandardizer"/>.</returns>
    public IStandardizer For(AttributeKind kind) => _byKind.GetValueOrDefault(kind, _others);

    private static StandardizerSet CreateDefault()
    {
        var name = new NameStandardizer();
        var address = new AddressStandardizer();
        return new StandardizerSet(ImmutableDictionary<AttributeKind, IStandardizer>.Empty, new TextStandardizer())
            .With(AttributeKind.GivenName, name)
            .With(AttributeKind.FamilyName, name)
            .With(AttributeKind.FullName, name)
            .With(AttributeKind.Email, new EmailStandardizer())
            .With(AttributeKind.Phone, new PhoneStandardizer())
            .With(AttributeKind.DateOfBirth, new DateStandardizer())
            .With(AttributeKind.Postcode, new PostcodeStandardizer())
            .With(AttributeKind.NationalId, new CodeStandardizer())
            .With(AttributeKind.StreetNumber, address)
            .With(AttributeKind.StreetAddress, address)
            .With(AttributeKind.Gender, new GenderStandardizer())
            .With(AttributeKind.Category, new CategoryStandardizer())
            .With(AttributeKind.Number, new NumberStandardizer())
            .With(AttributeKind.GeoPoint, new GeoPointStandardizer());
    }
}
