namespace CustomerInsight.Testing;

/// <summary>Makes households: people on their own, couples, and families with grown-up children.</summary>
internal sealed class HouseholdFactory(SyntheticOptions options, SeededRandom random)
{
    private const int OldestBirthYear = 1934;
    private const int YoungestBirthYear = 2006;
    private const double CoupleShare = 0.45;
    private const double SharedSurnameShare = 0.8;
    private const double NamesakeShare = 0.06;
    private const double TwinShare = 0.08;
    private const double LeftHomeShare = 0.25;
    private const double SharedEmailShare = 0.06;
    private const double SecondEmailShare = 0.2;
    private const double WeChatShare = 0.85;
    private const double NewMobileShare = 0.1;

    private readonly DateTimeOffset _from = new(options.From, TimeOnly.MinValue, TimeSpan.Zero);
    private readonly TimeSpan _span = TimeSpan.FromDays(options.To.DayNumber - options.From.DayNumber);
    private readonly EmailFactory _emails = new();
    private int _households;

    /// <summary>Adds the people of the next household.</summary>
    public void Draw(List<Person> people)
    {
        int household = _households++;
        bool chinese = random.NextDouble() < options.ChineseShare;
        string family = chinese ? ChineseNames.DrawFamily(random) : FamilyNames.Draw(random);
        Home home = HomeFactory.Draw(random, chinese, _from, _span);
        bool shared = random.NextDouble() < options.SharedHouseholdShare;
        bool children = shared && random.NextDouble() >= CoupleShare;
        int youngest = children ? 1978 : YoungestBirthYear - 1;
        Person head = Make(household, chinese, random.Next(2) == 0, DrawBirth(OldestBirthYear, youngest), family, home);
        people.Add(head);
        if (!shared)
        {
            return;
        }

        // Chinese women keep their names, and so do some others.
        bool sameName = !chinese && random.NextDouble() < SharedSurnameShare;
        string partnerFamily = sameName ? family : chinese ? ChineseNames.DrawFamily(random) : FamilyNames.Draw(random);
        int partnerYear = Math.Clamp(head.Born.Year - 4 + random.Next(9), OldestBirthYear, youngest);
        string? sharedEmail = random.NextDouble() < SharedEmailShare ? head.Emails[0] : null;
        Person partner = Make(household, chinese, !head.IsWoman, DrawBirth(partnerYear, partnerYear), partnerFamily, home, email: sharedEmail);
        people.Add(partner);
        if (children)
        {
            AddChildren(people, head, partner, home);
        }
    }

    private void AddChildren(List<Person> people, Person head, Person partner, Home home)
    {
        Person father = head.IsWoman ? partner : head;
        int count = 1 + random.Next(3);
        int earliest = Math.Max(head.Born.Year, partner.Born.Year) + 18;
        var siblings = new HashSet<string>(StringComparer.Ordinal);
        DateOnly? twin = null;
        for (int i = 0; i < count; i++)
        {
            bool second = twin is not null;
            bool woman = random.Next(2) == 0;
            DateOnly born = twin ?? DrawBirth(earliest, Math.Min(earliest + 18, YoungestBirthYear));
            bool first = !second && random.NextDouble() < TwinShare;
            twin = first ? born : null;
            count += first && i == count - 1 ? 1 : 0;
            bool namesake = !woman && !head.IsChinese && random.NextDouble() < NamesakeShare;
            string given = namesake ? father.GivenName : DrawGiven(head.IsChinese, woman, born.Year);
            while (!siblings.Add(given))
            {
                given = DrawGiven(head.IsChinese, woman, born.Year);
            }

            bool left = !first && !second && random.NextDouble() < LeftHomeShare;
            Home own = left ? HomeFactory.Leave(random, home, head.IsChinese, _from, _span) : home;
            people.Add(Make(head.Household, head.IsChinese, woman, born, father.FamilyName, own, given));
        }
    }

    private Person Make(int household, bool chinese, bool woman, DateOnly born, string family, Home home, string? given = null, string? email = null)
    {
        given ??= DrawGiven(chinese, woman, born.Year);
        string? nickname = chinese || random.NextDouble() >= 0.45 ? null : Nicknames.Draw(random, given);
        string givenLatin = chinese ? Pinyin.Write(given) : given;
        string familyLatin = chinese ? Pinyin.Write(family) : family;
        email ??= _emails.Draw(random, nickname ?? givenLatin, familyLatin, born.Year, chinese);
        return new Person
        {
            Household = household,
            IsChinese = chinese,
            IsWoman = woman,
            Born = born,
            GivenName = given,
            FamilyName = family,
            Nickname = nickname,
            FamilyNameFirst = chinese && random.Next(2) == 0,
            Home = home,
            Mobile = DrawMobile(chinese),
            EarlierMobile = random.NextDouble() < NewMobileShare ? DrawMobile(chinese) : null,
            NewMobileAt = HomeFactory.Moment(random, _from, _span),
            Emails = random.NextDouble() < SecondEmailShare ? [email, _emails.Draw(random, givenLatin, familyLatin, born.Year, chinese)] : [email],
            UnionId = chinese && random.NextDouble() < WeChatShare ? WeChatIds.Make(random) : null,
        };
    }

    private string DrawMobile(bool chinese) =>
        chinese ? $"1{"3456789"[random.Next(7)]}{Digits.Draw(random, 9)}" : $"7{"345789"[random.Next(6)]}{Digits.Draw(random, 8)}";

    private string DrawGiven(bool chinese, bool woman, int year) =>
        chinese ? ChineseNames.DrawGiven(random, woman, year) : GivenNames.Draw(random, woman, year);

    private DateOnly DrawBirth(int fromYear, int toYear) =>
        new DateOnly(fromYear, 1, 1).AddDays(random.Next(new DateOnly(toYear, 12, 31).DayNumber - new DateOnly(fromYear, 1, 1).DayNumber + 1));
}
