using System.Collections.Frozen;

namespace CustomerInsight.Sources;

/// <summary>The names by which columns of people and organisations are known, without separators and in lower case.</summary>
internal static class KnownAttributes
{
    // The kinds by their names: a table of references is compiled ahead in the framework, one of a struct of ours at every start.
    private static readonly Dictionary<string, string> KindNames = Join(
        (AttributeKind.GivenName, "firstname first givenname given forename fname namefirst namegiven christianname 名 名字"),
        (AttributeKind.FamilyName, "lastname last surname familyname family lname sname namelast namefamily 姓 姓氏"),
        (AttributeKind.FullName, "fullname name names namefull firstandsurname firstandlastname completename displayname customername contactname personname 姓名 客户姓名 客户名称 联系人"),
        (AttributeKind.DateOfBirth, "dob dateofbirth birthdate birthday birthdt bday born 出生日期 生日 出生年月日 出生年月"),
        (AttributeKind.Email, "email emails emailaddress emailaddr mail mailaddress 邮箱 电子邮箱 电子邮件 邮件 邮箱地址"),
        (AttributeKind.Phone, "phone phones phonenumber phoneno mobile mobilenumber mobileno mobilephone phonemobile cell cellphone cellnumber telephone telephonenumber telephoneno tel telno telnumber 手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 座机"),
        (AttributeKind.Postcode, "postcode zip zipcode postalcode plz 邮编 邮政编码"),
        (AttributeKind.City, "city cityname town townname suburb municipality locality 城市 市 所在城市"),
        (AttributeKind.Region, "region state statename stateprovince province county countyname 省 省份 所在省份"),
        (AttributeKind.Country, "country countryname countrycode nation 国家"),
        (AttributeKind.StreetAddress, "address addressline addressfull fulladdress street streetname streetaddress addr addrline addrfull 地址 详细地址 联系地址 收货地址 街道"),
        (AttributeKind.StreetNumber, "streetnumber streetno housenumber houseno buildingnumber 门牌号"),
        (AttributeKind.NationalId, "nationalid nationalidnumber socsecid ssn ssnnumber socialsecurity socialsecuritynumber nationalinsurancenumber nino passport passportnumber passportno idcard idcardnumber idcardno identitycard driverslicense driverslicensenumber driverlicense driverlicensenumber drivinglicence drivinglicencenumber 身份证 身份证号 身份证号码 护照 护照号 证件号 证件号码"),
        (AttributeKind.Gender, "gender sex 性别"),
        (AttributeKind.CompanyName, "company companyname organisation organization organisationname organizationname org orgname nameorg employer employername businessname firm firmname accountname 公司 公司名称 单位 单位名称 企业 企业名称"),
        (AttributeKind.Category, "category occupation profession job jobtitle birthplace placeofbirth maritalstatus 职业 出生地"));

    /// <summary>Words that say which of several values a column holds, not what it means, at the start of a name.</summary>
    public static FrozenSet<string> Prefixes { get; } = Words("home work billing shipping mailing delivery primary secondary main default native customer contact client member user person personal business private postal addr address alternate alternative other");

    /// <summary>The same at the end of a name, and notes of where a value comes from.</summary>
    public static FrozenSet<string> Suffixes { get; } = Words("fake raw clean cleaned original orig old new current primary secondary main home work text value");

    /// <summary>Finds the kind of a name.</summary>
    public static bool TryGetKind(string name, out AttributeKind kind)
    {
        bool known = KindNames.TryGetValue(name, out string? kindName);
        kind = known ? new AttributeKind(kindName!) : default;
        return known;
    }

    /// <summary>Whether some name is known for a kind.</summary>
    public static bool IsKnown(AttributeKind kind) => KindNames.ContainsValue(kind.Name);

    private static Dictionary<string, string> Join(params ReadOnlySpan<(AttributeKind Kind, string Names)> kinds)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((AttributeKind kind, string names) in kinds)
        {
            foreach (string name in names.Split(' '))
            {
                all[name] = kind.Name;
            }
        }

        return all;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
