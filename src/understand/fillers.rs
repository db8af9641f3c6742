//! Fillers: words without a meaning of their own, and words that open a yes/no question.

/// Fillers of whole sentences, in four languages.
pub(super) const FILLERS: &str = "a an the run runs ran put puts free libre libres format two three four five six dos tres deux trois zwei drei gross gros corre corren else mean means bot work works worked working happens happen took take taken taking use uses used using known broken night day days set sets add late of to in on at by for with as is are was were be been being am do does did done doing has have had having \
    will would shall should may might must i im ive id ill you youre your u ur yours he hes his him she shes her hers we were our us they theyre their them me my mine myself its \
    there theres here hers so just please pls plz plss pleaze thx ok okay k oh ah um uh hmm well like really actually exactly quick quickly question q asking ask asked know \
    tell show give gimme lemme let lets see check find want wanna wanted need get gets getting got go goes going gonna went come comes coming came say says said \
    whats wats wat what which whatever whichever how hows why ever even still already yet too also again maybe perhaps probably possibly ish about around approx \
    some any every each either neither other others another more less least much many few lot lots bit one ones thing things stuff \
    yo bro bruh dude man mate guys guy folks fam buddy boss pal sir lads y all yall everybody anyone anybody someone hey hi lol lmao haha omg wtf tbh imo idk btw fyi asap irl \
    if then than but or nor not no yes yeah yep nope dont doesnt didnt cant wont isnt arent wasnt havent hasnt wouldnt couldnt shouldnt aint never always \
    into onto out up down over under through from off per via within without upto behind beside near during while once until soon later early late earlier \
    thats this that these those such same own very quite pretty super damn heck hell fucking freaking bloody \
    local clock zone timezone tz et est edt pt kind sort type name names called call full list lists info information details detail stats stat data facts fact update updates news status situation \
    keep keeps kept make makes made look looks looking looked thinking think thought wonder wondering curious remember forgot forget \
    currently exact exactly precise precisely today's tonight's new good nice great cool big little long short high low real right left \
    people person somebody everyone word words fan fans favorite porsche motorsport motorsports motor sport sports pccna pcc us usa america north na \
    group groups \
    tiene tienen lleva llevan el la los las un una unos unas de del al en con por para y o que es son esta este eso esa ese se su sus lo le les mi tu nos como cual cuales hay ha han fue era ser estar muy mas hoy mismo quiero dime cuentame dame puntos \
    le la les un une des du de au aux en dans sur sous avec sans pour par et ou mais donc est sont etait sera ete etre a ai as ont il elle on nous vous ils elles ce cet cette ces se sa son ses mon ma mes ton ta quel quelle quels quelles quoi comment pourquoi plus moins tres bien svp stp estce est-ce cest quil y t l d c j m n s qu \
    der die das den dem des ein eine einen einem einer ist sind war waren wird werden hat haben im in am an auf aus bei mit nach von vom zu zum zur fur uber unter und oder aber nicht kein keine ich du er sie es wir ihr mich mir dich dir uns euch man was welche welcher welches wie warum so noch schon mal denn bitte gerade beim dieses sich gab gibt es";

/// First words of yes/no questions.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "has", "have", "had", "will", "would", "should",
    "isnt", "arent", "didnt", "doesnt", "hat", "ist", "sind", "kann", "ha", "est", "es", "esta", "puede", "hasnt",
    "wasnt", "are", "any",
];
