namespace CustomerInsight.Matching;

/// <summary>The rules that say which records of people are compared, which are as good as matches, and which teach.</summary>
internal sealed class PeopleRules
{
    private readonly BlockingPart? _nationalId;
    private readonly BlockingPart? _email;
    private readonly BlockingPart? _emailUser;
    private readonly BlockingPart? _phone;
    private readonly BlockingPart? _fullName;
    private readonly BlockingPart? _fullNamePinyin;
    private readonly BlockingPart? _given;
    private readonly BlockingPart? _givenInitial;
    private readonly BlockingPart? _givenStart;
    private readonly BlockingPart? _givenSound;
    private readonly BlockingPart? _givenPinyin;
    private readonly BlockingPart? _family;
    private readonly BlockingPart? _familyInitial;
    private readonly BlockingPart? _familyStart;
    private readonly BlockingPart? _familySound;
    private readonly BlockingPart? _familyPinyin;
    private readonly BlockingPart? _birth;
    private readonly BlockingPart? _birthYear;
    private readonly BlockingPart? _postcode;
    private readonly BlockingPart? _street;
    private readonly BlockingPart? _streetNumber;
    private readonly BlockingPart? _city;

    public PeopleRules(PeopleFields fields)
    {
        _nationalId = Part(fields.NationalId, ValuePart.Whole);
        _email = Part(fields.Email, ValuePart.Whole);
        _emailUser = Part(fields.Email, ValuePart.EmailUser);
        _phone = Part(fields.Phone, ValuePart.Whole);
        _fullName = Part(fields.FullName, ValuePart.Whole);
        _fullNamePinyin = Part(fields.FullName, ValuePart.PinyinOfFullName);
        _given = Part(fields.GivenName, ValuePart.Whole);
        _givenInitial = Part(fields.GivenName, ValuePart.Prefix(1));
        _givenStart = Part(fields.GivenName, ValuePart.Prefix(3));
        _givenSound = Part(fields.GivenName, ValuePart.Soundex);
        _givenPinyin = Part(fields.GivenName, ValuePart.Pinyin);
        _family = Part(fields.FamilyName, ValuePart.Whole);
        _familyInitial = Part(fields.FamilyName, ValuePart.Prefix(1));
        _familyStart = Part(fields.FamilyName, ValuePart.Prefix(3));
        _familySound = Part(fields.FamilyName, ValuePart.Soundex);
        _familyPinyin = Part(fields.FamilyName, ValuePart.PinyinOfFamilyName);
        _birth = Part(fields.BirthDate, ValuePart.Date);
        _birthYear = Part(fields.BirthDate, ValuePart.Year);
        _postcode = Part(fields.Postcode, ValuePart.Whole);
        _street = Part(fields.StreetLines.Count > 0 ? fields.StreetLines[0] : null, ValuePart.Whole);
        _streetNumber = Part(fields.StreetNumber, ValuePart.Whole);
        _city = Part(fields.City, ValuePart.Whole);
    }

    /// <summary>From narrow to wide: where nothing is known to match, what comes later is used only while the budget of pairs lasts.</summary>
    public IEnumerable<IBlockingRule> Candidates() =>
    [
        .. Rules(
            [_nationalId],
            [_email],
            [_phone],
            [_fullName],
            [_fullNamePinyin],
            [_familyPinyin, _givenPinyin],
            [_given, _birth],
            [_family, _birth],
            [_emailUser],
            [_birth, _postcode],
            [_birth, _city],
            [_birth, _street]),
        .. _given is not null && _family is not null ? [BlockingRule.OnEitherOrder(_given, _family)] : Array.Empty<IBlockingRule>(),
        .. Rules(
            [_familySound, _givenSound, _birthYear],
            [_birth, _givenInitial],
            [_birth, _familyInitial],
            [_postcode, _street],
            [_postcode, _family],
            [_postcode, _given],
            [_postcode, _streetNumber],
            [_street, _streetNumber],
            [_givenStart, _birthYear, _familyInitial],
            [_familySound, _givenSound, _city],
            [_givenStart, _familyStart, _city],
            [_family, _givenInitial, _city],
            [_given, _familyInitial, _city],
            [_familySound, _givenSound],
            [_family, _givenStart],
            [_given, _familyStart],
            [_birth],
            [_street],
            [_family, _givenInitial],
            [_family, _birthYear],
            [_given, _birthYear],
            [_family],
            [_given],
            [_postcode]),
    ];

    public IEnumerable<IBlockingRule> Deterministic() => Rules(
        [_nationalId],
        [_email],
        [_given, _family, _birth],
        [_fullName, _birth],
        [_phone, _given],
        [_phone, _fullName],
        [_given, _family, _postcode],
        [_fullName, _postcode]);

    public IEnumerable<IBlockingRule> Training() => Rules(
        [_birth],
        [_given, _family],
        [_fullName],
        [_email],
        [_phone],
        [_nationalId],
        [_postcode, _family],
        [_postcode, _given],
        [_postcode, _street],
        [_street, _streetNumber]);

    /// <summary>A rule of each list whose attributes are all there.</summary>
    private static IEnumerable<IBlockingRule> Rules(params BlockingPart?[][] lists) =>
        lists.Where(static parts => parts.All(static part => part is not null)).Select(static parts => BlockingRule.On(parts!));

    private static BlockingPart? Part(string? attribute, ValuePart part) => attribute is null ? null : new BlockingPart(attribute, part);
}
