/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed classes: articles, pronouns, prepositions, conjunctions,
 * auxiliaries; folded, so without accents. And, longer lists, words of prose
 * in general: what a library of a few articles can't tell by counting.
 */
#include "config.h"

#include "search/stop.h"

static const char *const lists[] = {
	"",
	/* English */
	" a about all also am an and any are as at be been being but by can "
	"could d did do does doing for from get had has have having he her "
	"here hers him his how i if in into is it its ll m may me might more "
	"most must my no nor not of on one or other our out over please s "
	"shall she should so some such t than that the their them then there "
	"these they this those through to too under up upon us very was we "
	"were what when where whether which while who whom whose why will "
	"with would you your ",
	/* German */
	" aber alle als also am an auch auf aus bei bin bis da das dass dem "
	"den der des die diese dieser doch du durch ein eine einem einen einer "
	"eines er es fur hat haben ich ihr ihre im in ist kann kein keine man "
	"mit nach nicht noch nun nur oder sich sie sind so uber um und uns "
	"unter vom von vor war was wenn wer wie wir wird wo zu zum zur ",
	/* French */
	" a ai au aux avec c ce ces cette comme d dans de des du elle en est "
	"et eu il ils j je l la le les leur lui m ma mais me meme mes mon n "
	"ne nos notre nous on ont ou par pas pour qu que qui quoi s sa se ses "
	"son sont sur t ta te tes toi ton tu un une vos votre vous y ",
	/* Spanish */
	" a al algo como con cual de del desde donde e el ella en entre era "
	"es esa ese esta este fue ha hay la las le les lo los mas me mi muy "
	"ni no nos o para pero por porque que quien se ser si sin sobre son "
	"su sus te tiene todo tu un una uno y ya yo ",
};

static const char *const weak[] = {
	/* Any language: what addresses are made of. */
	" com html http https org pdf www ",
	/* English */
	" above accept according across actually add after again against ago "
	"ahead allow almost alone along already although always among amount "
	"another answer anyone anything apart appear around ask aside away "
	"back became because become before began begin behind being below "
	"beside besides best better between beyond bit both bring broad "
	"brought call called came cannot care carry case cause certain "
	"certainly chance choose clear close come comes common consider "
	"course day days decided different difficult during each earlier "
	"early easily easy eight either else end enough entire especially "
	"even ever every everyone everything exactly example except expect "
	"explain extent fact fair fairly fall far fell felt few fewer fifty "
	"final finally find fine first five follow followed following "
	"forward found four full fully further gave general generally get "
	"gets give given gives giving goes going gone good got great greater "
	"ground half hand hands happen hard hardly heard held help hence "
	"herself high himself hold hour hours however hundred idea important "
	"include included including increase indeed inside instead itself "
	"just keep keeps kept kind kinds knew know known large larger last "
	"late later latter lay lead least leave led left less let like "
	"likely little live long longer look looked lost lot low lower made "
	"main mainly make makes making man many mean meaning means meant "
	"mere merely met middle might million mind moment month months "
	"moreover move much myself namely near nearly necessary need needed "
	"needs neither never nevertheless new next nine nobody none nor "
	"nothing notice now nowhere obvious off often old once one ones only "
	"open opens ordinary other others otherwise ought ourselves own part "
	"particular particularly parts pass past perhaps piece pieces "
	"possible present prevent probably produce proposed proved provide "
	"purpose put quarter quick quite rather reach real really reason "
	"recent recently rest right round said same saw say saying says "
	"second see seem seemed seems seen sent set seven several show shown "
	"side similar simple simply since single six small something "
	"sometimes somewhere soon stand stands start started stay still "
	"straight strong sudden suddenly supposed sure take taken takes "
	"taking tell ten tend themselves therefore thing things think third "
	"thirty though thought thousand three thus time times today together "
	"told took top toward towards tried try turn twelve twenty twice two "
	"unlike until upon use used uses using usual usually various versus "
	"via view want wanted way ways week weeks well went whatever whereas "
	"wherever whether whole wholly whose wide wish without wonder worked "
	"works worth wrong year years yes yesterday yet yourself ",
	/* German */
	" allem allen allerdings anderen anderer anderes anders beiden bereits "
	"besonders bleibt dabei dadurch dafur daher damals damit danach dann "
	"daran darauf daraus darf darin daruber dazu denen denn deren "
	"derselben "
	"deshalb dessen diesem diesen dieses dort drei dritte eben ebenso "
	"eigene "
	"eigenen einfach einige einigen einmal ende endlich erst erste ersten "
	"etwa etwas freilich ganz ganze gegen genau gerade gibt gilt ging "
	"gleich "
	"gut gute habe halt hatte hatten heisst heute hier hinter ihm ihn "
	"ihnen "
	"ihrem ihren ihrer immer indem irgend jahr jahre jahren jede jedem "
	"jeden "
	"jeder jedes jedoch jene jener jetzt kam kamen keinen keiner kommt "
	"konnen konnte konnten kurz lange langer lasst leicht letzte letzten "
	"liegt macht mal manche mehr meist mittel muss mussen musste nachdem "
	"namlich neben nehmen nie niemand nimmt obwohl ohne recht schon sehr "
	"seien sein seine seinem seinen seiner seit seitdem selbst selten "
	"sogar "
	"solche sollen sollte sondern sonst sowie spater statt stand steht "
	"teil "
	"trotz uberhaupt viel viele vielen vielleicht vier vollig wahrend "
	"waren warum weder wegen weil weit weiter welche welchem welcher "
	"weniger wenigstens werden wieder will wirklich wissen wohl wollte "
	"wollten worden wurde wurden zeigt zeit zuerst zuletzt zumindest "
	"zwanzig zwar zwei zweite zwischen ",
	/* French */
	" afin ainsi alors apres assez aucun aucune aujourd aupres aussi "
	"aussitot autant autour autre autres avait avaient avant avoir "
	"beaucoup "
	"bien bout cela celle celles celui cent cependant certain certains "
	"cette ceux chaque chez chose cinq contre cote cours deja depuis "
	"derriere des deux devant deviennent devient dire dit doit donc donne "
	"dont durant elles encore enfin entre etaient etait ete etre eux facon "
	"faire fait faut fin fois font furent fut grand grande gros guere hors "
	"ici jamais jour jusqu laquelle lequel lesquels lieu loin longtemps "
	"lors "
	"lorsque maintenant mal malgre mieux mis moins moment mot mots nombre "
	"non nouveau nul ont parce parfois parmi part partie partir partout "
	"passe peine pendant petit petite peu peut peuvent place plus "
	"plusieurs "
	"plutot point pourquoi pourtant premier premiere pres presque prend "
	"puis quand quant quatre quel quelle quelque quelques quoi reste rien "
	"sans selon sera seul seule seulement sinon soit sont souvent sous "
	"suite "
	"surtout tandis tant tard tel telle temps tient toujours tous tout "
	"toute "
	"toutes tres trois trop trouve vers veut vient vingt voici voila vrai ",
	/* Spanish */
	" ademas ahi ahora algo algun alguna algunos alli ambos ano anos antes "
	"apenas aqui asi aun aunque bajo bastante bien cada casi caso cierto "
	"cinco contra cosa cosas cualquier cuando cuanto cuatro dar debe decir "
	"demas dentro despues dia dias dicho dijo dos durante ejemplo ellas "
	"ellos embargo entonces eran eres estaba estan estar estas este estos "
	"fueron fuera gran grande grandes hace hacer hacia han hasta haber "
	"habia "
	"incluso junto lado luego lugar manera mayor medio mejor menos "
	"mientras "
	"mismo misma modo momento mucho muchos nada nadie ninguna nueva nuevo "
	"nunca otra otras otro otros parte poco podia porque primer primera "
	"propia propio pronto pues puede pueden quienes quiere sea segun ser "
	"sera seria siempre sido siglo sino sobre sola solo somos tal tambien "
	"tampoco tan tanto tener tenia tercera tiempo tienen toda todas "
	"todavia "
	"todos tras tres una unas unos usted vez veces vida ",
};

enum { LANGUAGES = sizeof lists / sizeof lists[0] };

_Static_assert(sizeof weak / sizeof weak[0] == LANGUAGES, "a list each");

static bool has(struct str list, struct str word)
{
	size_t at = 0;
	if (word.n == 0)
		return false;
	while ((at = str_find(list, word, at)) < list.n) {
		if (list.p[at - 1] == ' ' && list.p[at + word.n] == ' ')
			return true;
		at++;
	}
	return false;
}

bool stop_has(unsigned language, struct str word)
{
	return language < LANGUAGES && word.n <= 8 &&
	       has(str_of(lists[language]), word);
}

bool stop_is_weak(unsigned language, struct str word)
{
	return stop_has(language, word) || has(str_of(weak[0]), word) ||
	       (language < LANGUAGES && has(str_of(weak[language]), word));
}

unsigned stop_language(const struct str *words, size_t n)
{
	unsigned best = 0;
	size_t most = 0;
	for (unsigned language = 1; language < LANGUAGES; language++) {
		size_t count = 0;
		for (size_t i = 0; i < n; i++)
			count += stop_has(language, words[i]);
		/* Where languages share a word, the first is meant. */
		if (count > most) {
			most = count;
			best = language;
		}
	}
	return best;
}
