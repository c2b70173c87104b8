namespace CustomerInsight.Testing;

/// <summary>Writes persons down as one source would.</summary>
internal sealed class RecordWriter
{
    private const double NicknameShare = 0.35;
    private const double InitialShare = 0.02;
    private const double SwappedNamesShare = 0.015;
    private const double WrongGenderShare = 0.005;
    private const double UnionIdShare = 0.8;
    private const double SignedInShare = 0.7;

    private readonly SyntheticSource _source;
    private readonly SeededRandom _random;
    private readonly double _errors;
    private readonly double _slips;
    private readonly double _missing;
    private readonly RecordSchema _schema;
    private readonly SyntheticField[] _fields;
    private readonly AttributeValues[] _values;
    private readonly int _lastName;

    public RecordWriter(SyntheticSource source, SyntheticOptions options, SeededRandom random)
    {
        _source = source;
        _random = random;
        _errors = options.ErrorRate;
        _slips = Math.Min(1, source.TypoRate * options.ErrorRate);
        _missing = source.MissingRate * options.MissingRate;
        _schema = new RecordSchema(source.Attributes.Select(static name => new AttributeDefinition(name, SyntheticAttributes.KindOf(name))));
        _fields = [.. source.Attributes.Select(SyntheticAttributes.FieldOf)];
        _values = new AttributeValues[_fields.Length];
        _lastName = Array.FindLastIndex(_fields, IsName);
    }

    public SourceRecord Write(Person person, string id, DateTimeOffset observedAt)
    {
        bool latin = !person.IsChinese || Happens(_source.RomanizedShare);
        (string given, string family) = Names(person, latin);
        Address address = person.Home.At(observedAt, latin);
        bool noAddress = Happens(_missing * 0.7);
        AttributeValues[] values = _values;
        Array.Clear(values);
        bool named = false;
        for (int i = 0; i < _fields.Length; i++)
        {
            SyntheticField field = _fields[i];
            bool isName = IsName(field);

            // A row without any name would be no record of a person at all, so the last name field of a row is kept.
            bool lost = Happens(_missing * Weight(field)) || (noAddress && field >= SyntheticField.StreetAddress);
            if (lost && (!isName || named || i != _lastName))
            {
                continue;
            }

            named |= isName;
            values[i] = field switch
            {
                SyntheticField.GivenName => given,
                SyntheticField.FamilyName => family,
                SyntheticField.FullName => Whole(person, given, family, latin),
                SyntheticField.Gender => person.IsWoman != Happens(WrongGenderShare * _errors) ? "F" : "M",
                SyntheticField.DateOfBirth => DateErrors.Write(_random, person.Born, _source.DateFormat, _slips),
                SyntheticField.Email => Emails(person),
                SyntheticField.Phone => Phones(person, observedAt),
                SyntheticField.StreetAddress => Cased(Slip(latin ? StreetForms.Vary(_random, address.Street) : address.Street)),
                SyntheticField.City => Cased(Happens(_slips * 0.5) ? TypoMaker.Slip(_random, address.City) : address.City),
                _ => Postcode(address.Postcode),
            };
        }

        return new SourceRecord(_schema, new RecordKey(_source.Name, id), values)
        {
            ObservedAt = observedAt,
            Identifiers = Identifiers(person),
        };
    }

    // How often a field is empty, relative to the source's rate.
    private static double Weight(SyntheticField field) => field switch
    {
        SyntheticField.GivenName => 0.2,
        SyntheticField.FamilyName or SyntheticField.FullName => 0.1,
        SyntheticField.Gender => 0.5,
        SyntheticField.DateOfBirth => 1.5,
        SyntheticField.Email or SyntheticField.Phone => 1,
        _ => 0.3,
    };

    private static bool IsName(SyntheticField field) => field is SyntheticField.GivenName or SyntheticField.FamilyName or SyntheticField.FullName;

    private bool Happens(double share) => _random.NextDouble() < share;

    private string Slip(string value) => Happens(_slips) ? TypoMaker.Slip(_random, value) : value;

    private string Cased(string value) => _source.UpperCase ? value.ToUpperInvariant() : value;

    private (string Given, string Family) Names(Person person, bool latin)
    {
        string given = person.GivenName;
        string family = person.FamilyName;
        if (person.IsChinese && latin)
        {
            given = Pinyin.Write(given, _random.Next(10) switch { 0 or 1 => " ", 2 => "-", _ => string.Empty });
            family = Pinyin.Write(family);
        }
        else if (person.Nickname is not null && Happens(NicknameShare))
        {
            given = person.Nickname;
        }
        else if (!person.IsChinese && Happens(InitialShare * _errors))
        {
            given = given[..1];
        }

        given = Cased(Slip(given));
        family = Cased(Slip(family));
        return Happens(SwappedNamesShare * _errors) ? (family, given) : (given, family);
    }

    private static string Whole(Person person, string given, string family, bool latin) =>
        !latin ? family + given : person.FamilyNameFirst ? $"{family} {given}" : $"{given} {family}";

    private AttributeValues Emails(Person person)
    {
        string[] emails = person.Emails;
        if (emails.Length > 1 && Happens(0.2))
        {
            return AttributeValues.Of([Cased(Slip(emails[0])), Cased(emails[1])]);
        }

        return Cased(Slip(emails.Length > 1 && Happens(0.35) ? emails[1] : emails[0]));
    }

    private AttributeValues Phones(Person person, DateTimeOffset observedAt)
    {
        string? landline = person.Home.Landline;
        if (landline is not null && Happens(0.2))
        {
            return PhoneForms.British(_source.PhoneStyle, landline);
        }

        string number = person.EarlierMobile is not null && observedAt < person.NewMobileAt ? person.EarlierMobile : person.Mobile;
        string mobile = person.IsChinese ? PhoneForms.Chinese(_random, number) : PhoneForms.British(_source.PhoneStyle, number);
        mobile = Happens(_slips * 0.7) ? TypoMaker.MisreadDigit(_random, mobile) : mobile;
        return landline is not null && Happens(0.15) ? AttributeValues.Of([mobile, PhoneForms.British(_source.PhoneStyle, landline)]) : mobile;
    }

    private string Postcode(string postcode)
    {
        string written = Happens(0.12) ? postcode.Replace(" ", string.Empty, StringComparison.Ordinal) : postcode;
        return Happens(_slips * 0.6) ? TypoMaker.MisreadDigit(_random, written) : written;
    }

    private ValueList<Identifier> Identifiers(Person person)
    {
        if (person.UnionId is null || _source.WeChatAppId is null || !Happens(SignedInShare))
        {
            return [];
        }

        var openId = new Identifier(WeChatIds.OpenIdType, _source.WeChatAppId, WeChatIds.OpenId(person.UnionId, _source.WeChatAppId));
        return Happens(UnionIdShare) ? [openId, new Identifier(WeChatIds.UnionIdType, WeChatIds.UnionIdScope, person.UnionId)] : [openId];
    }
}
