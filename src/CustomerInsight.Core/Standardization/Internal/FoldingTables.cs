namespace CustomerInsight;

/// <summary>What each letter folds to, for the scripts that have upper and lower case and diacritics.</summary>
/// <remarks>
/// Generated from the Unicode Character Database 14.0 (canonical and compatibility decomposition without combining marks, lower case;
/// letters that do not decompose, such as ø and đ, by their character names). Each string holds one range
/// of characters in order.
/// </remarks>
internal static class FoldingTables
{
    /// <summary>Stands for a character that no table changes.</summary>
    public const char Same = '.';

    /// <summary>Stands for a character that becomes several letters: <see cref="FindSeveral"/>.</summary>
    public const char Several = '*';

    /// <summary>Latin-1, Latin Extended-A and -B, IPA Extensions.</summary>
    private const string Latin =
        "..........a..........μ....o.....aaaaaa*ceeeeiiiidnooooo.ouuuuy**" +
        "aaaaaa*ceeeeiiiidnooooo.ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssss" +
        "ssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbbƅ.ɔccdddd.eeɛffgɣ*iikkl.ɯnno" +
        "ooƣ.ppʀƨ.ʃ.ttttuuʊvyyzzʒƹ...ƽ.......*********aaiioouuuuuuuuuueaa" +
        "aa**ggggkkooooʒʒj***gg*ƿnnaa**ooaaaaeeeeiiiioooorrrruuuussttȝ.hh" +
        "nd**zzaaeeooooooooyylntj**accltszɂ.bʉʌeejjqqrryy...b.cdd.e......" +
        "gg....h.ii.lll...mnn.o......rrr...s.....t..v....zz.......b...j.." +
        "q..*..*.........";

    /// <summary>Greek and Coptic, Cyrillic, Cyrillic Supplement.</summary>
    private const string GreekAndCyrillic =
        "ͱ.ͳ.ʹ.ͷ........ϳ......α.εηι.ο.υωιαβγδεζηθικλμνξοπρ.στυφχψωιυαεηι" +
        "υ.................σ.......ιυουωϗβθυυυφπ.ϙ.ϛ.ϝ.ϟ.ϡ.ϣ.ϥ.ϧ.ϩ.ϫ.ϭ.ϯ." +
        "κρσ.θε.ϸ.σϻ..ͻͼͽееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюя" +
        ".........и......................ее.г...і....киу.ѡ.ѣ.ѥ.ѧ.ѩ.ѫ.ѭ.ѯ." +
        "ѱ.ѳ.ѵ.ѵѵѹ.ѻ.ѽ.ѿ.ҁ.........ҋ.ҍ.ҏ.ґ.ғ.ҕ.җ.ҙ.қ.ҝ.ҟ.ҡ.ң.ҥ.ҧ.ҩ.ҫ.ҭ.ү." +
        "ұ.ҳ.ҵ.ҷ.ҹ.һ.ҽ.ҿ.ӏжжӄ.ӆ.ӈ.ӊ.ӌ.ӎ..ааааӕ.ееә.әәжжззӡ.ииииооө.өөээуу" +
        "ууууччӷ.ыыӻ.ӽ.ӿ.ԁ.ԃ.ԅ.ԇ.ԉ.ԋ.ԍ.ԏ.ԑ.ԓ.ԕ.ԗ.ԙ.ԛ.ԝ.ԟ.ԡ.ԣ.ԥ.ԧ.ԩ.ԫ.ԭ.ԯ.";

    /// <summary>Latin Extended Additional, Greek Extended.</summary>
    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyasss*.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy**vvyy" +
        "ααααααααααααααααεεεεεε..εεεεεε..ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι" +
        "οοοοοο..οοοοοο..υυυυυυυυ.υ.υ.υ.υωωωωωωωωωωωωωωωωααεεηηιιοουυωω.." +
        "ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα.ααααααα.ι." +
        "..ηηη.ηηεεηηη...ιιιι..ιιιιιι....υυυυρρυυυυυυρ.....ωωω.ωωοοωωω...";

    /// <summary>Latin Extended-C.</summary>
    private const string ExtendedC = "lllprathhkkzzɑmɐɒvwwvⱶ..e.o.jvsz";

    /// <summary>Finds what a character folds to.</summary>
    /// <param name="unit">Any character from U+00A0.</param>
    /// <returns>The letter, <see cref="Same"/> or <see cref="Several"/>.</returns>
    public static char Find(char unit) => unit switch
    {
        >= '\u00A0' and < '\u02B0' => Latin[unit - '\u00A0'],
        >= '\u0370' and < '\u0530' => GreekAndCyrillic[unit - '\u0370'],
        >= '\u1E00' and < '\u2000' => Additional[unit - '\u1E00'],
        >= '\u2C60' and < '\u2C80' => ExtendedC[unit - '\u2C60'],
        _ => Same,
    };

    /// <summary>Finds the letters that a ligature or a letter without a base stands for.</summary>
    /// <param name="letter">A letter that folds to <see cref="Several"/>.</param>
    /// <returns>Its letters in lower case.</returns>
    public static string FindSeveral(char letter) => letter switch
    {
        'Æ' or 'æ' or 'Ǣ' or 'ǣ' or 'Ǽ' or 'ǽ' => "ae",
        'Þ' or 'þ' => "th",
        'ß' or 'ẞ' => "ss",
        'Ĳ' or 'ĳ' => "ij",
        'Œ' or 'œ' => "oe",
        'ƕ' or 'Ƕ' => "hv",
        'Ǆ' or 'ǅ' or 'ǆ' or 'Ǳ' or 'ǲ' or 'ǳ' or 'ʣ' => "dz",
        'Ǉ' or 'ǈ' or 'ǉ' => "lj",
        'Ǌ' or 'ǋ' or 'ǌ' => "nj",
        'Ȣ' or 'ȣ' => "ou",
        'ȸ' => "db",
        'ȹ' => "qp",
        'ʦ' => "ts",
        'Ỻ' or 'ỻ' => "ll",
        _ => throw new ArgumentOutOfRangeException(nameof(letter), "No table says that it becomes several."),
    };
}
