namespace CustomerInsight.Testing;

/// <summary>Given names as they were common in Britain, by sex and by decade of birth, the most common first.</summary>
internal static class GivenNames
{
    private const int FirstDecade = 1930;

    private static readonly string[] Women = WordList.Lines("""
        Margaret Jean Mary Joan Patricia Sheila Barbara Doreen June Shirley Dorothy Joyce Maureen Elizabeth Audrey Brenda Kathleen Sylvia Eileen Pamela Betty Beryl Ann Irene Marjorie Hilda Edna Olive Constance Rita
        Margaret Patricia Christine Mary Jean Ann Susan Janet Maureen Barbara Valerie Carol Sandra Pauline Elizabeth Joan Pamela Jennifer Kathleen Anne Sheila Brenda Gillian Linda Jacqueline Dorothy Marion Judith Rosemary Hazel
        Susan Linda Christine Margaret Carol Jennifer Janet Patricia Barbara Ann Sandra Pamela Pauline Jean Jacqueline Kathleen Sheila Valerie Maureen Gillian Marilyn Elizabeth Lesley Catherine Brenda Wendy Angela Rosemary Lynne Helen
        Susan Julie Karen Jacqueline Deborah Tracey Jane Helen Diane Sharon Tracy Angela Sarah Alison Caroline Amanda Sandra Linda Catherine Elizabeth Carol Joanne Wendy Janet Dawn Christine Nicola Lorraine Beverley Fiona
        Sarah Joanne Nicola Claire Lisa Karen Emma Michelle Rachel Louise Tracey Samantha Rebecca Amanda Helen Julie Sharon Deborah Victoria Alison Melanie Kerry Dawn Catherine Andrea Angela Zoe Paula Jennifer Clare
        Sarah Laura Gemma Emma Rebecca Claire Victoria Samantha Rachel Amy Jennifer Nicola Katie Lisa Kelly Natalie Louise Michelle Hayley Hannah Helen Charlotte Joanne Lucy Elizabeth Leanne Danielle Donna Katherine Stacey
        Rebecca Lauren Jessica Charlotte Hannah Sophie Amy Emily Laura Emma Chloe Sarah Lucy Katie Bethany Megan Rachel Alice Abigail Eleanor Georgia Olivia Danielle Stephanie Natasha Elizabeth Jade Victoria Molly Zoe
        Emily Ellie Jessica Sophie Chloe Lucy Olivia Charlotte Katie Megan Grace Hannah Amelia Ella Mia Holly Lily Amy Georgia Molly Isabella Abigail Millie Leah Ruby Freya Daisy Poppy Aisha Evie
        """);

    private static readonly string[] Men = WordList.Lines("""
        John William George James Ronald Robert Kenneth Frederick Thomas Albert Eric Arthur Charles Peter Dennis Joseph Derek Donald Edward Harry Stanley Leonard Alan Raymond Norman Reginald Douglas Walter Henry Gordon
        John David Michael Peter Robert Anthony Brian Alan William James Richard Kenneth Roger Keith Colin Christopher Raymond Terence Derek Ronald Barry Malcolm George Geoffrey Thomas Graham Roy Patrick Dennis Trevor
        David John Peter Michael Alan Robert Stephen Paul Brian Graham Philip Anthony Colin Christopher Geoffrey William James Keith Terence Barry Malcolm Richard Ian Derek Roger Raymond Kenneth Andrew Trevor Martin
        David Paul Andrew Mark John Michael Stephen Ian Robert Richard Christopher Peter Simon Anthony Kevin Gary Steven Martin James Philip Alan Neil Nigel Timothy Colin Graham Jonathan Nicholas William Adrian
        Paul Mark David Andrew Richard Christopher James Simon Michael Matthew Stephen Lee John Robert Darren Daniel Steven Jason Nicholas Jonathan Ian Neil Peter Stuart Anthony Martin Kevin Craig Philip Gary
        Christopher James David Daniel Michael Matthew Andrew Richard Paul Mark Thomas Adam Robert John Lee Benjamin Steven Jonathan Craig Stephen Simon Nicholas Peter Anthony Alexander Gary Ian Ryan Darren Barry
        Thomas James Jack Daniel Matthew Ryan Joshua Luke Samuel Jordan Adam Michael Alexander Christopher Benjamin Joseph Liam Jake William Andrew George Lewis Oliver David Robert Jamie Nathan Connor Jonathan Harry
        Jack Joshua Thomas James Oliver Daniel Samuel William Harry Joseph Benjamin Charlie Luke Callum Matthew Jake Ethan George Lewis Alexander Mohammed Dylan Nathan Ryan Liam Jacob Tyler Max Owen Muhammad
        """);

    private static readonly string[][] WomenByDecade = [.. Women.Select(WordList.Words)];
    private static readonly string[][] MenByDecade = [.. Men.Select(WordList.Words)];

    // The names outside the first thirty of a decade; each of them is rare.
    private static readonly string[] RareWomen = WordList.Words("""
        Ada Agnes Alexandra Anita Annabel Antonia Asha Beatrice Bernadette Bridget Camilla Carla Cecilia Cheryl Claudia Cynthia Daphne Denise Edith Eva
        Fatima Felicity Florence Frances Gabrielle Georgina Gloria Gwen Harriet Imogen Ingrid Iris Isabel Josephine Kate Kirsty Leila Lydia Lynn Marie
        Martha Maxine Miriam Monica Nadia Naomi Nina Nora Penelope Philippa Priya Rosalind Ruth Sally Sonia Stella Teresa Theresa Ursula Yvonne
        """);

    private static readonly string[] RareMen = WordList.Words("""
        Aaron Abdul Ahmed Alistair Angus Ashley Austin Bernard Bradley Calvin Cameron Clive Damian Dean Desmond Dominic Duncan Edmund Edwin Elliot
        Ernest Ewan Felix Francis Frank Gareth Gavin Gerald Gerard Glen Gregory Guy Harold Howard Hugh Imran Jeremy Julian Karl Laurence
        Leon Leslie Louis Marcus Maurice Miles Neville Noah Oscar Ralph Rajesh Reuben Rhys Rory Ross Russell Sanjay Sean Toby Vincent
        """);

    private static readonly WeightedPick Common = WeightedPick.Ranked(30, 4);

    public static IEnumerable<string> All => Women.Concat(Men).SelectMany(WordList.Words).Concat(RareWomen).Concat(RareMen);

    public static string Draw(SeededRandom random, bool woman, int birthYear)
    {
        if (random.NextDouble() < 0.12)
        {
            string[] rare = woman ? RareWomen : RareMen;
            return rare[random.Next(rare.Length)];
        }

        string[][] decades = woman ? WomenByDecade : MenByDecade;
        return decades[Math.Clamp((birthYear - FirstDecade) / 10, 0, decades.Length - 1)][Common.Next(random)];
    }
}
