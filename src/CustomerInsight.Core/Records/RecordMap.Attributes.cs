namespace CustomerInsight;

/// <content>What the records say: attributes and identifiers.</content>
public sealed partial class RecordMap<T>
{
    /// <summary>Maps the given (first) name.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> GivenName(Func<T, string?> value) => Attribute(AttributeNames.GivenName, AttributeKind.GivenName, value);

    /// <summary>Maps the family (last) name.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> FamilyName(Func<T, string?> value) => Attribute(AttributeNames.FamilyName, AttributeKind.FamilyName, value);

    /// <summary>Maps the whole name in one field.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> FullName(Func<T, string?> value) => Attribute(AttributeNames.FullName, AttributeKind.FullName, value);

    /// <summary>Maps the e-mail address.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> Email(Func<T, string?> value) => Attribute(AttributeNames.Email, AttributeKind.Email, value);

    /// <summary>Maps several e-mail addresses.</summary>
    /// <param name="values">Reads them; null where there are none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">One or several are mapped already.</exception>
    public RecordMap<T> Emails(Func<T, IEnumerable<string?>?> values) => Attribute(AttributeNames.Email, AttributeKind.Email, values);

    /// <summary>Maps the telephone number.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> Phone(Func<T, string?> value) => Attribute(AttributeNames.Phone, AttributeKind.Phone, value);

    /// <summary>Maps several telephone numbers.</summary>
    /// <param name="values">Reads them; null where there are none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">One or several are mapped already.</exception>
    public RecordMap<T> Phones(Func<T, IEnumerable<string?>?> values) => Attribute(AttributeNames.Phone, AttributeKind.Phone, values);

    /// <summary>Maps the date of birth, as text in any form that <see cref="DateStandardizer"/> reads.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> DateOfBirth(Func<T, string?> value) => Attribute(AttributeNames.DateOfBirth, AttributeKind.DateOfBirth, value);

    /// <summary>Maps the date of birth.</summary>
    /// <param name="value">Reads it; null where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> DateOfBirth(Func<T, DateOnly?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return DateOfBirth(row => MapValue.Text(value(row)));
    }

    /// <summary>Maps the date of birth.</summary>
    /// <param name="value">Reads it, whose time of day is left out; null where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> DateOfBirth(Func<T, DateTime?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return DateOfBirth(row => MapValue.Text(value(row)));
    }

    /// <summary>Maps the postal code.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> Postcode(Func<T, string?> value) => Attribute(AttributeNames.Postcode, AttributeKind.Postcode, value);

    /// <summary>Maps the town, city or suburb.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> City(Func<T, string?> value) => Attribute(AttributeNames.City, AttributeKind.City, value);

    /// <summary>Maps the lines of the address above the place.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> StreetAddress(Func<T, string?> value) => Attribute(AttributeNames.StreetAddress, AttributeKind.StreetAddress, value);

    /// <summary>Maps the number of the house.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> StreetNumber(Func<T, string?> value) => Attribute(AttributeNames.StreetNumber, AttributeKind.StreetNumber, value);

    /// <summary>Maps the state, province or county.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> Region(Func<T, string?> value) => Attribute(AttributeNames.Region, AttributeKind.Region, value);

    /// <summary>Maps the country.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> Country(Func<T, string?> value) => Attribute(AttributeNames.Country, AttributeKind.Country, value);

    /// <summary>Maps the number that a state gave to the person.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> NationalId(Func<T, string?> value) => Attribute(AttributeNames.NationalId, AttributeKind.NationalId, value);

    /// <summary>Maps the name of the organisation.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> CompanyName(Func<T, string?> value) => Attribute(AttributeNames.CompanyName, AttributeKind.CompanyName, value);

    /// <summary>Maps the gender as the source writes it.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">It is mapped already.</exception>
    public RecordMap<T> Gender(Func<T, string?> value) => Attribute(AttributeNames.Gender, AttributeKind.Gender, value);

    /// <summary>Maps a code out of a list, such as an occupation or a customer class.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or mapped already.</exception>
    public RecordMap<T> Category(string name, Func<T, string?> value) => Attribute(name, AttributeKind.Category, value);

    /// <summary>Maps free text, which is kept and merged but not compared.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or mapped already.</exception>
    public RecordMap<T> Text(string name, Func<T, string?> value) => Attribute(name, AttributeKind.Text, value);

    /// <summary>Maps an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">What it means.</param>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or mapped already.</exception>
    public RecordMap<T> Attribute(string name, AttributeKind kind, Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return With(name, kind, row => value(row));
    }

    /// <summary>Maps an attribute that may have several values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">What it means.</param>
    /// <param name="values">Reads them; null where there are none. Blank ones and repetitions are left out.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or mapped already.</exception>
    public RecordMap<T> Attribute(string name, AttributeKind kind, Func<T, IEnumerable<string?>?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return With(name, kind, row => values(row) is { } several ? AttributeValues.Of(several) : AttributeValues.None);
    }

    /// <summary>Maps an identifier that is unique by its type alone.</summary>
    /// <param name="type">What it is, such as <c>loyalty-card</c>.</param>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is blank.</exception>
    public RecordMap<T> Identifier(string type, Func<T, string?> value) => Identifier(type, string.Empty, value);

    /// <summary>Maps an identifier.</summary>
    /// <param name="type">What it is, such as <c>wechat.unionid</c>.</param>
    /// <param name="scope">Inside what it is unique: an AppId, an open-platform account, a corp; empty where the type says it all.</param>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is blank.</exception>
    public RecordMap<T> Identifier(string type, string scope, Func<T, string?> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Identifiers = _state.Identifiers.Add(new MappedIdentifier<T>(type, scope, value)) });
    }

    private RecordMap<T> With(string name, AttributeKind kind, Func<T, AttributeValues> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Schema.IndexOf(name) < 0
            ? new(_state with { Attributes = _state.Attributes.Add(new MappedAttribute<T>(new AttributeDefinition(name, kind), read)) })
            : throw new ArgumentException($"Attribute '{name}' of source '{Source}' is mapped already. Map it once, as an attribute with several values where it has several, or give the second one another name.", nameof(name));
    }
}
